import "server-only";
import { platformTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth/actor";
import { isOpenAttempt, RESEND_MINUTES } from "@/lib/payments/attempt";
import { paymentGateway } from "@/lib/payments/adapters/payment-gateway-factory";
import type { PaymentOutcome } from "@/lib/payments/payment-gateway";
import { type AttemptDetails, attemptDetails } from "@/lib/payments/queries/attempt-details";
import type { Settlement } from "@/lib/payments/services/settle-attempt";
import { clock } from "@/lib/platform/clock";
import { applyOutcome } from "@/lib/workflows/services/apply-outcome";

export type Resolved = {
  /** What the answer changed; null when the attempt was over already. */
  settlement: Settlement | null;
  outcome: PaymentOutcome | null;
  details: AttemptDetails;
};

/**
 * Asks the provider how an open attempt stands and settles it by the answer. One it has never heard of is sent again under
 * its own key while the first request could still be on its way, and is given up after that.
 * @throws AppError not_found, provider_unavailable
 */
export async function resolveAttempt(request: { attemptId: string; actor: Actor }): Promise<Resolved> {
  const { provider } = paymentGateway();
  const details = await platformTransaction((tx) => attemptDetails(tx, { attemptId: request.attemptId, provider }));
  if (!isOpenAttempt(details.attempt.status)) return { settlement: null, outcome: null, details };

  const outcome = await finalOutcome(details, await ask(details));
  const settlement = await applyOutcome({ ...request, outcome });
  return { settlement, outcome, details };
}

async function ask(details: AttemptDetails): Promise<PaymentOutcome> {
  const gateway = paymentGateway();
  const { attempt, providerCustomerId } = details;
  if (attempt.providerPaymentIntentId) return gateway.retrieveIntent(attempt.providerPaymentIntentId);

  const found =
    providerCustomerId === null
      ? null
      : await gateway.findIntentByAttempt({ providerCustomerId, attemptId: attempt.id, since: attempt.createdAt });
  if (found) return found;
  if (minutesOld(attempt.createdAt) >= RESEND_MINUTES) return { status: "canceled" };
  return details.charge ? gateway.charge(details.charge) : { status: "unknown" };
}

function minutesOld(createdAt: Date): number {
  return (clock.now().getTime() - createdAt.getTime()) / 60_000;
}

/**
 * A saved card that was refused on-session leaves a payment which the payer's browser could still confirm with another card:
 * it is cancelled before the attempt is called failed, and if it went through meanwhile, that is the answer.
 */
export async function finalOutcome(details: AttemptDetails, outcome: PaymentOutcome): Promise<PaymentOutcome> {
  const { session, paymentMethodId } = details.attempt;
  const isConfirmable = session === "on_session" && paymentMethodId !== null && outcome.providerPaymentIntentId;
  if (outcome.status !== "failed" || !isConfirmable) return outcome;

  const canceled = await paymentGateway().cancelIntent(isConfirmable);
  return canceled.status === "canceled" ? outcome : canceled;
}
