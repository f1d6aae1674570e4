import type { InvoiceStatus, PaymentState } from "@/lib/invoicing/invoice";
import type { PaymentAttemptStatus } from "@/lib/payments/payment";

export type PaidSoFar = {
  status: InvoiceStatus;
  amountPaidMinor: number;
  /** In the order they were made. */
  attempts: readonly { status: PaymentAttemptStatus }[];
};

/**
 * How the payment of an invoice stands, derived from its attempts. A payment nobody has confirmed yet is none; one whose
 * outcome the provider has not told is processing, which is what the payer is shown.
 */
export function paymentState({ status, amountPaidMinor, attempts }: PaidSoFar): PaymentState {
  if (status === "paid") return "paid";
  if (attempts.some((attempt) => ["pending", "processing", "unknown"].includes(attempt.status))) return "processing";
  if (attempts.findLast((attempt) => attempt.status !== "canceled")?.status === "failed") return "failed";
  return amountPaidMinor > 0 ? "partial" : "none";
}
