export const PAYMENT_ATTEMPT_STATUSES = [
  "pending",
  "processing",
  "requires_action",
  "unknown",
  "succeeded",
  "failed",
  "canceled",
] as const;
export type PaymentAttemptStatus = (typeof PAYMENT_ATTEMPT_STATUSES)[number];

/** Whether the payer is in front of the page. */
export const PAYMENT_SESSIONS = ["on_session", "off_session"] as const;
export type PaymentSession = (typeof PAYMENT_SESSIONS)[number];

/** Open attempts block any other: the provider must have been asked first. */
export const OPEN_ATTEMPT_STATUSES = ["pending", "processing", "requires_action", "unknown"] as const;
