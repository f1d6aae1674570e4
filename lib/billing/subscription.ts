import { assertNever } from "@/lib/core/assert";
import { AppError } from "@/lib/core/errors";

/** incomplete: its first payment is pending · expired: that payment never came. The rest carry Stripe's names. */
export const SUBSCRIPTION_STATUSES = [
  "incomplete",
  "trialing",
  "active",
  "past_due",
  "unpaid",
  "paused",
  "canceled",
  "expired",
] as const;

export type SubscriptionStatus = (typeof SUBSCRIPTION_STATUSES)[number];

/** Everything that can happen to a subscription's status. */
export const SUBSCRIPTION_EVENTS = [
  "first_payment_succeeded",
  "first_payment_expired",
  "trial_converted",
  "trial_ended_without_method",
  "payment_succeeded",
  "payment_failed",
  "retries_exhausted",
  "pause",
  "resume",
  "cancel",
] as const;

export type SubscriptionEvent = (typeof SUBSCRIPTION_EVENTS)[number];

/** For each status the events it knows and where they lead. Late payments settle a debt without reviving a subscription. */
const TRANSITIONS: Record<SubscriptionStatus, Partial<Record<SubscriptionEvent, SubscriptionStatus>>> = {
  incomplete: {
    first_payment_succeeded: "active",
    first_payment_expired: "expired",
    payment_failed: "incomplete",
    cancel: "expired",
  },
  trialing: {
    trial_converted: "active",
    trial_ended_without_method: "paused",
    payment_succeeded: "trialing",
    payment_failed: "trialing",
    cancel: "canceled",
  },
  active: { payment_succeeded: "active", payment_failed: "past_due", pause: "paused", cancel: "canceled" },
  past_due: {
    payment_succeeded: "active",
    payment_failed: "past_due",
    retries_exhausted: "unpaid",
    cancel: "canceled",
  },
  unpaid: { payment_succeeded: "active", payment_failed: "unpaid", cancel: "canceled" },
  paused: { resume: "active", payment_succeeded: "paused", payment_failed: "paused", cancel: "canceled" },
  canceled: { payment_succeeded: "canceled", payment_failed: "canceled" },
  // Money that arrives after all is not turned away: the change it paid for is applied.
  expired: { first_payment_succeeded: "active" },
};

/** The status after an event. Throws illegal_transition when the status does not know it. */
export function nextStatus(status: SubscriptionStatus, event: SubscriptionEvent): SubscriptionStatus {
  const next = TRANSITIONS[status][event];
  if (!next) {
    throw new AppError("illegal_transition", {
      message: `a subscription that is ${status} cannot take ${event}`,
      params: { status, event },
    });
  }
  return next;
}

/** Whether its cycles are closed when due: past_due closes them as usual, unpaid and paused close none. */
export function closesCycles(status: SubscriptionStatus): boolean {
  switch (status) {
    case "trialing":
    case "active":
    case "past_due":
      return true;
    case "incomplete":
    case "unpaid":
    case "paused":
    case "canceled":
    case "expired":
      return false;
    default:
      return assertNever(status);
  }
}

/** What managers may do: everything, read only, or nothing. Residents are never affected. */
export function accessOf(status: SubscriptionStatus): "full" | "read_only" | "none" {
  switch (status) {
    case "trialing":
    case "active":
    case "past_due":
      return "full";
    case "unpaid":
    case "paused":
      return "read_only";
    case "incomplete":
    case "canceled":
    case "expired":
      return "none";
    default:
      return assertNever(status);
  }
}

/** Whether nothing can happen to it any more; a new subscription takes its place. */
export function isTerminal(status: SubscriptionStatus): boolean {
  return status === "canceled" || status === "expired";
}
