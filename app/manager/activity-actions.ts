/** The audited actions a manager reads about, of the buildings and of the money. */
export const BUILDING_ACTIONS = [
  "organization.registered",
  "building.created",
  "building.updated",
  "building.archived",
  "building.apartments_created",
  "apartment.created",
  "apartment.updated",
  "apartment.archived",
  "announcement.published",
] as const;

export const BILLING_ACTIONS = [
  "invoice.issued",
  "payment.succeeded",
  "payment.failed",
  "payment_method.added",
  "payment_method.removed",
  "subscription.activated",
  "subscription.active",
  "subscription.past_due",
  "subscription.unpaid",
  "subscription.paused",
  "subscription.canceled",
  "subscription.cancellation_requested",
  "subscription.cancellation_undone",
] as const;
