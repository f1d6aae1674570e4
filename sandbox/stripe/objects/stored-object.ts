import type Stripe from "stripe";

/** Every kind of object the sandbox keeps, in Stripe's own shapes, with references as ids. */
export type StoredTypes = {
  customer: Stripe.Customer;
  payment_method: Stripe.PaymentMethod;
  setup_intent: Stripe.SetupIntent;
  payment_intent: Stripe.PaymentIntent;
  charge: Stripe.Charge;
  refund: Stripe.Refund;
  dispute: Stripe.Dispute;
  balance_transaction: Stripe.BalanceTransaction;
  webhook_endpoint: Stripe.WebhookEndpoint;
};

export type StoredType = keyof StoredTypes;
export type StoredObject = StoredTypes[StoredType];

/** What the sandbox knows about an object and never shows. */
export type Internal = {
  /** payment_method: the test card behind it. */
  cardNumber?: string;
  /** payment_method: the decline a person asked for. */
  failWith?: string | null;
  /** payment_method: saved with 3-D Secure for payments without the customer. */
  setUp?: boolean;
  /** payment_method: used once without a customer, or detached; it can never be used again. */
  spent?: boolean;
  /** payment_intent, setup_intent: the 3-D Secure page waiting for the customer. */
  challenge?: { token: string; returnUrl: string | null } | null;
  /** webhook_endpoint: signs its deliveries. */
  secret?: string;
  /** webhook_endpoint: registered at start for the app itself. */
  isOwn?: boolean;
};

/** The id of a reference, whether it has been expanded or not. */
export function idOf(reference: string | { id: string } | null | undefined): string | null {
  if (reference === null || reference === undefined) return null;

  return typeof reference === "string" ? reference : reference.id;
}
