import type { AmountMinor } from "@/lib/core/money";
import type { PaymentSession } from "@/lib/payments/payment";
import type { ChargeRequest } from "@/lib/payments/payment-gateway";

export type AskingAttempt = {
  id: string;
  organizationId: string;
  invoiceId: string;
  idempotencyKey: string;
  amountMinor: AmountMinor;
  currency: string;
  session: PaymentSession;
};

/** What the provider is asked for an attempt. Made of stored values alone, so that asking again is the same request. */
export function chargeRequest(
  attempt: AskingAttempt,
  of: { invoiceNumber: string | null; providerCustomerId: string; providerPaymentMethodId: string },
): ChargeRequest {
  return {
    idempotencyKey: attempt.idempotencyKey,
    providerCustomerId: of.providerCustomerId,
    providerPaymentMethodId: of.providerPaymentMethodId,
    amountMinor: attempt.amountMinor,
    currency: attempt.currency,
    session: attempt.session,
    reference: { organizationId: attempt.organizationId, invoiceId: attempt.invoiceId, attemptId: attempt.id },
    description: of.invoiceNumber ?? "New Concierge",
  };
}
