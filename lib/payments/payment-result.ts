import { assertNever } from "@/lib/core/assert";
import { type DeclineMessageKey, explainDecline } from "@/lib/payments/decline-code";
import type { PaymentAttemptStatus } from "@/lib/payments/payment";
import type { PaymentOutcome } from "@/lib/payments/payment-gateway";

/** What the payer is told of a payment. `processing`: the provider has not said yet, and nothing need be done. */
export type PaymentResult = {
  status: "paid" | "processing" | "requires_action" | "declined" | "canceled";
  attemptId: string;
  invoiceId: string;
  /** Why a card was refused, as a key under `decline` in the payments messages. */
  messageKey: DeclineMessageKey | null;
  /** With requires_action: what the payer's browser confirms with, or where it goes. */
  clientSecret: string | null;
  nextActionUrl: string | null;
};

export type AnsweredAttempt = {
  id: string;
  invoiceId: string;
  status: PaymentAttemptStatus;
  failureCode: string | null;
  declineCode: string | null;
};

/** An attempt as its payer sees it, with what the answer just received adds. */
export function paymentResult(attempt: AnsweredAttempt, outcome: PaymentOutcome | null): PaymentResult {
  const status = statusOf(attempt.status);
  const isWaiting = status === "requires_action";
  const { failureCode: code, declineCode } = attempt;
  return {
    status,
    attemptId: attempt.id,
    invoiceId: attempt.invoiceId,
    messageKey:
      code === null || status === "paid" || status === "processing"
        ? null
        : explainDecline({ code, declineCode }).messageKey,
    clientSecret: isWaiting ? (outcome?.clientSecret ?? null) : null,
    nextActionUrl: isWaiting ? (outcome?.nextActionUrl ?? null) : null,
  };
}

function statusOf(status: PaymentAttemptStatus): PaymentResult["status"] {
  switch (status) {
    case "succeeded":
      return "paid";
    case "pending":
    case "processing":
    case "unknown":
      return "processing";
    case "failed":
      return "declined";
    case "requires_action":
    case "canceled":
      return status;
    default:
      return assertNever(status);
  }
}
