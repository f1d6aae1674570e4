export const OUTBOX_STATUSES = ["pending", "delivered", "dead"] as const;
export type OutboxStatus = (typeof OUTBOX_STATUSES)[number];

/** Ids and small facts only: the handler reads the truth from the rows. */
export type OutboxPayload = Record<string, string | number | boolean | null>;

export const OUTBOX_TOPICS = [
  "organization.welcomed",
  "invoice.issued",
  "invoice.paid",
  "invoice.render_pdf",
  "payment.collect",
  "payment.failed",
  "mail.send",
  "stripe.event",
  "trial.ending",
] as const;
export type OutboxTopic = (typeof OUTBOX_TOPICS)[number];
