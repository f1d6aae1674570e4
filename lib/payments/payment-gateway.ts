import type { AmountMinor } from "@/lib/core/money";

/** Which of our rows a payment at the provider belongs to; travels there as metadata and comes back with every answer. */
export type PaymentReference = { organizationId: string; invoiceId: string; attemptId: string };

/** A card or account as the provider describes it: enough to show, never enough to charge. */
export type ProviderPaymentMethod = {
  providerPaymentMethodId: string;
  providerCustomerId: string | null;
  /** The provider's own word: card, sepa_debit, paypal … */
  kind: string;
  brand: string | null;
  last4: string | null;
  expiryMonth: number | null;
  expiryYear: number | null;
};

/** Why a payment was refused, in the provider's codes; decline-code.ts turns them into sentences. */
export type PaymentDecline = { code: string; declineCode: string | null; message: string };

/** What the provider says of one payment. */
export type PaymentOutcomeStatus = "succeeded" | "processing" | "requires_action" | "failed" | "canceled" | "unknown";

/**
 * The state of a payment at the provider, as far as it could be learnt. `unknown` (a time-out, a 5xx, an answer that could
 * not be read) says nothing about whether money moved. Amounts are those of the answer, for comparison with what was asked.
 */
export type PaymentOutcome = {
  status: PaymentOutcomeStatus;
  providerPaymentIntentId?: string;
  providerChargeId?: string;
  providerCustomerId?: string;
  /** Received when succeeded, else asked for. */
  amountMinor?: AmountMinor;
  /** ISO 4217, upper case. */
  currency?: string;
  decline?: PaymentDecline;
  /** For the payer's browser alone: lets it confirm this one payment. */
  clientSecret?: string;
  /** Where the payer confirms, when the provider asks for a redirect. */
  nextActionUrl?: string;
  paymentMethod?: ProviderPaymentMethod;
  reference?: Partial<PaymentReference>;
  /** The provider's own time, never used to decide. */
  providerAt?: Date;
};

export type ChargeRequest = {
  /** Made of the attempt (paymentAttemptKey): asking twice under it moves money once. */
  idempotencyKey: string;
  providerCustomerId: string;
  providerPaymentMethodId: string;
  amountMinor: AmountMinor;
  currency: string;
  session: "on_session" | "off_session";
  reference: PaymentReference;
  description: string;
  /** Where the payer comes back to after confirming; on-session only. */
  returnUrl?: string;
};

export type OnSessionIntentRequest = Omit<ChargeRequest, "providerPaymentMethodId" | "session" | "returnUrl">;

export type CardSetup = {
  setupIntentId: string;
  clientSecret: string;
  status: "succeeded" | "pending" | "failed" | "canceled";
  providerCustomerId: string | null;
  /** Set once it succeeded. */
  paymentMethod: ProviderPaymentMethod | null;
  decline: PaymentDecline | null;
};

/**
 * The payment provider. What moves money (`charge`, `retrieveIntent`, `cancelIntent` …) answers with an outcome and never
 * throws for a decline, a time-out or an outage; the rest throw AppError provider_unavailable when the provider does not
 * answer, not_found for an id it does not know, payment_declined for a card it refuses.
 */
export type PaymentGateway = {
  /** Stored beside every provider id: the ids of one account mean nothing to another. */
  readonly provider: string;
  /** False with test keys and in the sandbox: organizations in test mode are never charged through a live one. */
  readonly isLive: boolean;

  ensureCustomer(input: { organizationId: string; name: string; email: string }): Promise<string>;

  createSetupIntent(input: { providerCustomerId: string; organizationId: string }): Promise<CardSetup>;
  retrieveSetupIntent(setupIntentId: string): Promise<CardSetup>;
  retrievePaymentMethod(providerPaymentMethodId: string): Promise<ProviderPaymentMethod>;
  /** A method the provider no longer has counts as detached. */
  detachPaymentMethod(providerPaymentMethodId: string): Promise<void>;

  /** Creates a payment and confirms it with a saved method. */
  charge(request: ChargeRequest): Promise<PaymentOutcome>;
  /** Creates a payment for the payer's browser to confirm with a new card, which is kept for later charges. */
  createOnSessionIntent(request: OnSessionIntentRequest): Promise<PaymentOutcome>;
  retrieveIntent(providerPaymentIntentId: string): Promise<PaymentOutcome>;
  /** The payment of an attempt whose answer was lost, or null when the provider surely has none. Throws provider_unavailable. */
  findIntentByAttempt(input: {
    providerCustomerId: string;
    attemptId: string;
    since: Date;
  }): Promise<PaymentOutcome | null>;
  /** Cancels a payment nobody has confirmed; one that went through meanwhile answers `succeeded`. */
  cancelIntent(providerPaymentIntentId: string): Promise<PaymentOutcome>;
  /** Payments made since an instant, newest first, at most `limit`. Throws provider_unavailable. */
  listIntentsSince(input: { since: Date; limit: number }): Promise<PaymentOutcome[]>;
};
