import { assertNever } from "@/lib/core/assert";
import type { PaymentAttemptStatus } from "@/lib/payments/payment";
import { isOpenAttempt } from "@/lib/payments/attempt";
import type { PaymentOutcome } from "@/lib/payments/payment-gateway";

export type AskedPayment = {
  attemptId: string;
  organizationId: string;
  amountMinor: number;
  currency: string;
  providerPaymentIntentId: string | null;
  /** The customers the organization has at the providers. */
  providerCustomerIds: string[];
};

/** Why an answer is not believed and goes to a person instead of into the books. */
export type OutcomeDoubt = "amount_mismatch" | "currency_mismatch" | "reference_mismatch" | "customer_mismatch";

/** Compares an answer with what was asked; null when it is about this payment, to the cent. */
export function outcomeDoubt(asked: AskedPayment, outcome: PaymentOutcome): OutcomeDoubt | null {
  const { reference, providerCustomerId, providerPaymentIntentId } = outcome;
  const isOtherIntent =
    asked.providerPaymentIntentId !== null &&
    providerPaymentIntentId !== undefined &&
    asked.providerPaymentIntentId !== providerPaymentIntentId;
  const isOtherAttempt = reference?.attemptId !== undefined && reference.attemptId !== asked.attemptId;
  const isOtherTenant = reference?.organizationId !== undefined && reference.organizationId !== asked.organizationId;
  if (isOtherIntent || isOtherAttempt || isOtherTenant) return "reference_mismatch";
  if (providerCustomerId !== undefined && !asked.providerCustomerIds.includes(providerCustomerId)) {
    return "customer_mismatch";
  }
  if (outcome.amountMinor !== undefined && outcome.amountMinor !== asked.amountMinor) return "amount_mismatch";
  if (outcome.currency !== undefined && outcome.currency !== asked.currency) return "currency_mismatch";
  if (outcome.status === "succeeded" && (outcome.amountMinor === undefined || outcome.currency === undefined)) {
    return "amount_mismatch";
  }
  return null;
}

/**
 * The status an attempt takes on an answer, or null when the answer changes nothing. Money that arrived counts whatever was
 * believed before; nothing undoes it. An over attempt hears only that; `unknown` says nothing about what is known already.
 */
export function nextAttemptStatus(
  attempt: { status: PaymentAttemptStatus; awaitsCard: boolean },
  outcome: PaymentOutcome,
): PaymentAttemptStatus | null {
  if (attempt.status === "succeeded") return null;
  if (outcome.status === "succeeded") return "succeeded";
  if (!isOpenAttempt(attempt.status)) return null;

  switch (outcome.status) {
    case "failed":
      // The payer sees the refusal on the page and may try another card on the same payment.
      return attempt.awaitsCard ? "requires_action" : "failed";
    case "unknown":
      return attempt.status === "pending" ? "unknown" : null;
    case "processing":
    case "requires_action":
    case "canceled":
      return outcome.status;
    default:
      return assertNever(outcome.status);
  }
}
