import "server-only";
import { organizationTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import { type PaymentResult, paymentResult } from "@/lib/payments/payment-result";
import { paymentAttemptOf } from "@/lib/payments/queries/payment-attempt";
import { resolveAttempt } from "@/lib/workflows/services/resolve-attempt";

/**
 * Settles an attempt by what the provider itself says, for a browser that comes back: nothing in its address is believed.
 * @throws AppError not_found, for anyone else's attempt too; provider_unavailable
 */
export async function refreshPaymentAttempt(
  request: { actor: OrganizationActor } & ({ attemptId: string } | { intentId: string }),
): Promise<PaymentResult> {
  const { actor } = request;
  const { organizationId } = actor;
  const load = () => organizationTransaction(organizationId, (tx) => paymentAttemptOf(tx, organizationId, request));

  const { id } = await load();
  const { outcome } = await resolveAttempt({ attemptId: id, actor });
  return paymentResult(await load(), outcome);
}
