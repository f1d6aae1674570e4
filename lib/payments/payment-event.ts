/** What of the provider's events concerns us. Each only names an object; its state is read again before anything is done. */
export const PAYMENT_EVENT_SUBJECTS = ["payment_intent", "setup_intent"] as const;

export type PaymentEventSubject = (typeof PAYMENT_EVENT_SUBJECTS)[number];

export type PaymentEvent = {
  providerEventId: string;
  /** The provider's name of it, such as `payment_intent.succeeded`. */
  type: string;
  subject: PaymentEventSubject;
  objectId: string;
  providerCustomerId: string | null;
  /** The provider's own time, never used to decide. */
  providerAt: Date;
};
