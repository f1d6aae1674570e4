import type Stripe from "stripe";

import type { Decline } from "@/sandbox/stripe/declines";
import { newCharge, settleCharge } from "@/sandbox/stripe/objects/new-charge";
import { attachTo, cardOf } from "@/sandbox/stripe/objects/payment-method-use";
import { idOf } from "@/sandbox/stripe/objects/stored-object";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";

type Outcome = { intent: Stripe.PaymentIntent; paymentMethod: Stripe.PaymentMethod; authenticated: boolean };

/** Under `automatic_async` the money is booked a moment after the charge. */
const SETTLE_DELAY_MS = 300;
const DISPUTE_DELAY_MS = 500;

/** The issuer agreed: the charge, its money, the saved card and the intent's new state. */
export function approve(work: UnitOfWork, outcome: Outcome): Stripe.PaymentIntent {
  const { intent, paymentMethod, authenticated } = outcome;
  const isCaptured = intent.capture_method !== "manual";
  const approved = newCharge(work, { intent, paymentMethod, isCaptured, authenticated });
  const charge = intent.capture_method === "automatic" ? settleCharge(work, approved) : approved;
  if (intent.capture_method === "automatic_async") {
    work.schedule("settle_charge", { objectId: charge.id, delayMs: SETTLE_DELAY_MS });
  }
  work.emit("charge.succeeded", { object: charge });
  saveMethod(work, outcome);

  const after = work.put<Stripe.PaymentIntent>(
    {
      ...intent,
      amount_capturable: isCaptured ? 0 : intent.amount,
      amount_received: isCaptured ? intent.amount : 0,
      latest_charge: charge.id,
      next_action: null,
      last_payment_error: null,
      status: isCaptured ? "succeeded" : "requires_capture",
    },
    { challenge: null },
  );
  work.emit(isCaptured ? "payment_intent.succeeded" : "payment_intent.amount_capturable_updated", { object: after });
  if (cardOf(work, paymentMethod).dispute !== undefined && isCaptured) {
    work.schedule("open_dispute", { objectId: charge.id, delayMs: DISPUTE_DELAY_MS });
  }

  return after;
}

/** The issuer refused: a failed charge, and an intent that waits for another payment method. */
export function decline(work: UnitOfWork, outcome: Outcome & { reason: Decline }): Stripe.PaymentIntent {
  const { intent, paymentMethod, authenticated, reason } = outcome;
  const charge = newCharge(work, { intent, paymentMethod, decline: reason, isCaptured: false, authenticated });
  work.emit("charge.failed", { object: charge });

  const after = work.put<Stripe.PaymentIntent>(
    {
      ...intent,
      latest_charge: charge.id,
      next_action: null,
      payment_method: null,
      status: "requires_payment_method",
      last_payment_error: {
        ...(reason.adviceCode === undefined ? {} : { advice_code: reason.adviceCode }),
        charge: charge.id,
        code: reason.code as Stripe.PaymentIntent.LastPaymentError.Code,
        ...(reason.declineCode === undefined ? {} : { decline_code: reason.declineCode }),
        doc_url: `https://docs.stripe.com/error-codes/${reason.code.replaceAll("_", "-")}`,
        message: reason.message,
        ...(reason.param === undefined ? {} : { param: reason.param }),
        payment_method: paymentMethod,
        type: "card_error",
      },
    },
    { challenge: null },
  );
  work.emit("payment_intent.payment_failed", { object: after });

  return after;
}

/** With `setup_future_usage` the card is saved to the customer; without a customer it can be used this once only. */
function saveMethod(work: UnitOfWork, { intent, paymentMethod, authenticated }: Outcome): void {
  const customer = idOf(intent.customer);
  const isSaved = customer !== null && intent.setup_future_usage !== null;
  if (isSaved) {
    const attached = attachTo(work, { customer, paymentMethod, isVerified: true });
    if (authenticated && intent.setup_future_usage === "off_session") work.put(attached, { setUp: true });
  } else if (paymentMethod.customer === null) {
    work.put(paymentMethod, { spent: true });
  }
}
