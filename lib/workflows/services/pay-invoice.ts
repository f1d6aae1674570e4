import "server-only";
import { organizationTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { paymentGateway } from "@/lib/payments/adapters/payment-gateway-factory";
import { chargeRequest } from "@/lib/payments/charge-request";
import { type PaymentResult, paymentResult } from "@/lib/payments/payment-result";
import { paymentAttemptOf } from "@/lib/payments/queries/payment-attempt";
import { chargeableMethod } from "@/lib/payments/queries/payment-methods";
import { ensurePaymentCustomer } from "@/lib/payments/services/ensure-payment-customer";
import { applyOutcome } from "@/lib/workflows/services/apply-outcome";
import { beginOnSession } from "@/lib/workflows/services/begin-on-session";

/**
 * Pays an invoice with a saved card while its payer watches: the default one unless another is named. `requires_action` carries
 * what the bank's confirmation needs; `declined` says why, and nothing else has changed.
 * @throws AppError not_found; no_payment_method; payment_unknown; conflict when nothing is due
 */
export async function payInvoice(request: {
  actor: OrganizationActor;
  invoiceId: string;
  paymentMethodId?: string;
  /** Where the bank sends the payer back to. */
  returnUrl?: string;
}): Promise<PaymentResult> {
  const { actor, invoiceId, paymentMethodId, returnUrl } = request;
  const { organizationId } = actor;
  const gateway = paymentGateway();
  const providerCustomerId = await ensurePaymentCustomer(organizationId);
  const method = await organizationTransaction(organizationId, (tx) =>
    chargeableMethod(tx, { organizationId, provider: gateway.provider, paymentMethodId }),
  );
  if (!method) throw new AppError(paymentMethodId === undefined ? "no_payment_method" : "not_found");

  const { attempt, invoice } = await beginOnSession({ actor, invoiceId, paymentMethodId: method.id });
  const { providerPaymentMethodId } = method;
  const charge = chargeRequest(attempt, {
    invoiceNumber: invoice.number,
    providerCustomerId,
    providerPaymentMethodId,
  });
  const outcome = await gateway.charge({ ...charge, ...(returnUrl ? { returnUrl } : {}) });
  await applyOutcome({ attemptId: attempt.id, outcome, actor });

  const settled = await organizationTransaction(organizationId, (tx) =>
    paymentAttemptOf(tx, organizationId, { attemptId: attempt.id }),
  );
  return paymentResult(settled, outcome);
}
