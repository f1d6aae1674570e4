import type Stripe from "stripe";

import { invalidRequest } from "@/sandbox/stripe/api-error";
import { previousAttributes } from "@/sandbox/stripe/objects/changes";
import { idOf } from "@/sandbox/stripe/objects/stored-object";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";

const CANCELABLE = [
  "requires_payment_method",
  "requires_capture",
  "requires_confirmation",
  "requires_action",
  "processing",
];

/** Cancels an intent that is not paid; an authorized amount is released to the card. */
export async function cancelPaymentIntent(
  work: UnitOfWork,
  request: { id: string; reason: Stripe.PaymentIntent.CancellationReason | null },
): Promise<Stripe.PaymentIntent> {
  const intent = await work.lock("payment_intent", request.id);
  if (!CANCELABLE.includes(intent.status)) {
    throw invalidRequest(
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of ` +
        `the following statuses may be canceled: ${CANCELABLE.join(", ")}.`,
      { code: "payment_intent_unexpected_state", payment_intent: intent },
    );
  }
  if (intent.status === "requires_capture") await release(work, idOf(intent.latest_charge) ?? "");

  const after = work.put<Stripe.PaymentIntent>(
    {
      ...intent,
      amount_capturable: 0,
      canceled_at: work.now,
      cancellation_reason: request.reason,
      next_action: null,
      status: "canceled",
    },
    { challenge: null },
  );
  work.emit("payment_intent.canceled", { object: after });

  return after;
}

async function release(work: UnitOfWork, chargeId: string): Promise<void> {
  const charge = await work.lock("charge", chargeId);
  const released = work.put({ ...charge, amount_refunded: charge.amount, refunded: true });
  work.emit("charge.refunded", { object: released, previous: previousAttributes(charge, released) });
}
