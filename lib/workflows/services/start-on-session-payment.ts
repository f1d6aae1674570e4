import "server-only";
import type { OrganizationActor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import type { AmountMinor } from "@/lib/core/money";
import { paymentGateway } from "@/lib/payments/adapters/payment-gateway-factory";
import { ensurePaymentCustomer } from "@/lib/payments/services/ensure-payment-customer";
import { applyOutcome } from "@/lib/workflows/services/apply-outcome";
import { beginOnSession } from "@/lib/workflows/services/begin-on-session";

export type OnSessionPayment = {
  attemptId: string;
  clientSecret: string;
  amountMinor: AmountMinor;
  currency: string;
};

/**
 * Opens a payment for a card the payer enters in the browser; the card is kept and becomes the default once it has paid. Also
 * for the draft of a first payment. Opening it again (another tab, a reload) cancels the one before.
 * @throws AppError not_found; payment_unknown; conflict when nothing is due; provider_unavailable
 */
export async function startOnSessionPayment(request: {
  actor: OrganizationActor;
  invoiceId: string;
}): Promise<OnSessionPayment> {
  const { actor, invoiceId } = request;
  const providerCustomerId = await ensurePaymentCustomer(actor.organizationId);
  const { attempt, invoice } = await beginOnSession({ actor, invoiceId, paymentMethodId: null });

  const outcome = await paymentGateway().createOnSessionIntent({
    idempotencyKey: attempt.idempotencyKey,
    providerCustomerId,
    amountMinor: attempt.amountMinor,
    currency: attempt.currency,
    reference: { organizationId: attempt.organizationId, invoiceId, attemptId: attempt.id },
    description: invoice.number ?? "New Concierge",
  });
  const { status } = await applyOutcome({ attemptId: attempt.id, outcome, actor });
  if (status !== "requires_action" || !outcome.clientSecret) {
    throw new AppError("provider_unavailable", { message: `the payment could not be opened: ${outcome.status}` });
  }

  const { amountMinor, currency } = attempt;
  return { attemptId: attempt.id, clientSecret: outcome.clientSecret, amountMinor, currency };
}
