import { type DeclineMessageKey, explainDecline } from "@/lib/payments/decline-code";
import type { PaymentAttemptStatus } from "@/lib/payments/payment";

type RefusableAttempt = { status: PaymentAttemptStatus; failureCode: string | null; declineCode: string | null };

/**
 * Why a charge was refused, as a key under `decline` in the payments messages; null when it was not. One that waits for
 * another card after a refusal counts as refused.
 */
export function attemptDecline({ status, failureCode, declineCode }: RefusableAttempt): DeclineMessageKey | null {
  const isRefused = status === "failed" || status === "requires_action";
  return isRefused && failureCode !== null ? explainDecline({ code: failureCode, declineCode }).messageKey : null;
}

/** The same of the last attempt that says something; those given up without an answer say nothing. */
export function lastDecline(attempts: readonly RefusableAttempt[]): DeclineMessageKey | null {
  const last = attempts.findLast((attempt) => attempt.status !== "canceled");
  return last === undefined ? null : attemptDecline(last);
}
