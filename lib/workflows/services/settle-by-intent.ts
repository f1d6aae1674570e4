import "server-only";
import { eq, or } from "drizzle-orm";
import { paymentAttempt } from "@/db/schema/payments";
import { type Executor, platformTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { paymentGateway } from "@/lib/payments/adapters/payment-gateway-factory";
import type { PaymentOutcome } from "@/lib/payments/payment-gateway";
import { attemptDetails } from "@/lib/payments/queries/attempt-details";
import { applyOutcome } from "@/lib/workflows/services/apply-outcome";
import { finalOutcome } from "@/lib/workflows/services/resolve-attempt";

/**
 * Settles the attempt that a payment at the provider belongs to, by the state just read there; one that is not ours is left
 * alone. Returns whether it is ours.
 */
export async function settleByIntent(found: {
  intentId: string;
  outcome: PaymentOutcome;
  actor: Actor;
}): Promise<boolean> {
  const { outcome, actor } = found;
  const { provider } = paymentGateway();
  const details = await platformTransaction(async (tx) => {
    const attemptId = await attemptOf(tx, found);
    return attemptId === null ? null : attemptDetails(tx, { attemptId, provider });
  });
  if (details === null) return false;

  const attemptId = details.attempt.id;
  await applyOutcome({ attemptId, outcome: await finalOutcome(details, outcome), actor });
  return true;
}

/** By the provider's id; or, while the answer of the call that made it is not written yet, by our id that it carries. */
async function attemptOf(
  tx: Executor,
  { intentId, outcome }: { intentId: string; outcome: PaymentOutcome },
): Promise<string | null> {
  const carried = outcome.reference?.attemptId;
  const rows = await tx
    .select({ id: paymentAttempt.id, intentId: paymentAttempt.providerPaymentIntentId })
    .from(paymentAttempt)
    .where(
      or(
        eq(paymentAttempt.providerPaymentIntentId, intentId),
        isId(carried) ? eq(paymentAttempt.id, carried) : undefined,
      ),
    );
  return (rows.find((row) => row.intentId === intentId) ?? rows[0])?.id ?? null;
}
