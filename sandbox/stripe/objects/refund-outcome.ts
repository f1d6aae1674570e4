import type Stripe from "stripe";

import { recordMovement } from "@/sandbox/stripe/objects/balance-transactions";
import { previousAttributes } from "@/sandbox/stripe/objects/changes";
import { idOf } from "@/sandbox/stripe/objects/stored-object";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";

/** A pending refund went through. */
export async function finishRefund(work: UnitOfWork, refund: Stripe.Refund): Promise<void> {
  if (refund.status !== "pending") return;

  const after = work.put<Stripe.Refund>({ ...refund, status: "succeeded" });
  work.emit("refund.updated", { object: after, previous: previousAttributes(refund, after) });
}

/** The bank sent a refund back: the money is ours again, and the charge can be refunded again. */
export async function failRefund(work: UnitOfWork, refund: Stripe.Refund): Promise<void> {
  if (refund.status === "failed") return;

  const charge = await work.lock("charge", idOf(refund.charge) ?? "");
  const movement = recordMovement(work, {
    type: "refund_failure",
    source: refund.id,
    amountMinor: refund.amount,
    currency: refund.currency,
    description: "REFUND FAILURE",
  });
  const after = work.put<Stripe.Refund>({
    ...refund,
    status: "failed",
    failure_reason: "expired_or_canceled_card",
    failure_balance_transaction: movement.id,
  });
  work.put({ ...charge, amount_refunded: charge.amount_refunded - refund.amount, refunded: false });

  const previous = previousAttributes(refund, after);
  work.emit("refund.updated", { object: after, previous });
  work.emit("refund.failed", { object: after });
}
