import type Stripe from "stripe";

import { invalidRequest } from "@/sandbox/stripe/api-error";
import { changeMetadata, type MetadataChange } from "@/sandbox/stripe/fields";
import { settleCharge } from "@/sandbox/stripe/objects/new-charge";
import { idOf } from "@/sandbox/stripe/objects/stored-object";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";

/** Captures an authorized payment, all of it or less; what is left is released. */
export async function capturePaymentIntent(
  work: UnitOfWork,
  request: { id: string; amountMinor: number | undefined; metadata: MetadataChange | undefined },
): Promise<Stripe.PaymentIntent> {
  const intent = await work.lock("payment_intent", request.id);
  if (intent.status !== "requires_capture") {
    throw invalidRequest(
      `This PaymentIntent could not be captured because it has a status of ${intent.status}. Only a PaymentIntent with one ` +
        "of the following statuses may be captured: requires_capture.",
      { code: "payment_intent_unexpected_state", payment_intent: intent },
    );
  }
  const amountMinor = request.amountMinor ?? intent.amount_capturable;
  if (amountMinor > intent.amount_capturable) {
    throw invalidRequest(
      `The requested capture amount (${amountMinor}) is greater than the amount you can capture (${intent.amount_capturable}).`,
      { code: "amount_too_large", param: "amount_to_capture" },
    );
  }

  const authorized = await work.lock("charge", idOf(intent.latest_charge) ?? "");
  const charge = settleCharge(work, { ...authorized, captured: true, amount_captured: amountMinor });
  work.emit("charge.captured", { object: charge, previous: { captured: false, amount_captured: 0 } });

  const after = work.put<Stripe.PaymentIntent>({
    ...intent,
    amount_capturable: 0,
    amount_received: amountMinor,
    metadata: changeMetadata(intent.metadata, request.metadata),
    status: "succeeded",
  });
  work.emit("payment_intent.succeeded", { object: after });

  return after;
}
