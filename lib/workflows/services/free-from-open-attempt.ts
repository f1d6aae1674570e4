import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { paymentGateway } from "@/lib/payments/adapters/payment-gateway-factory";
import type { PaymentAttemptStatus } from "@/lib/payments/payment";
import { clock } from "@/lib/platform/clock";
import { applyOutcome } from "@/lib/workflows/services/apply-outcome";
import { resolveAttempt } from "@/lib/workflows/services/resolve-attempt";

/** Whoever has left a payment page untouched for so long is taken to have gone away. */
const ABANDONED_MINUTES = 15;

/**
 * Settles the open attempt that stands in the way of a new one, and returns the status it ends in. A payment that waits for
 * its payer is cancelled at the provider: always when the payer starts anew (`any`), else only once it was abandoned.
 * @throws AppError provider_unavailable
 */
export async function freeFromOpenAttempt(request: {
  attemptId: string;
  actor: Actor;
  takeOver: "any" | "abandoned";
}): Promise<PaymentAttemptStatus> {
  const { attemptId, actor } = request;
  const { settlement, outcome, details } = await resolveAttempt({ attemptId, actor });
  const { attempt } = details;
  const status = settlement?.status ?? attempt.status;
  const intentId = outcome?.providerPaymentIntentId;
  if (status !== "requires_action" || !intentId) return status;

  const isAbandoned = clock.now().getTime() - attempt.createdAt.getTime() >= ABANDONED_MINUTES * 60_000;
  if (request.takeOver === "abandoned" && !isAbandoned) return status;

  const canceled = await paymentGateway().cancelIntent(intentId);
  return (await applyOutcome({ attemptId, outcome: canceled, actor })).status;
}
