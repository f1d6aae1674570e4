import type Stripe from "stripe";

import type { Decline } from "@/sandbox/stripe/declines";
import { attachTo } from "@/sandbox/stripe/objects/payment-method-use";
import { idOf } from "@/sandbox/stripe/objects/stored-object";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";

/** The card is saved: attached to the customer if there is one, and known to be authenticated if it was. */
export function finishSetup(
  work: UnitOfWork,
  outcome: { intent: Stripe.SetupIntent; paymentMethod: Stripe.PaymentMethod; authenticated: boolean },
): Stripe.SetupIntent {
  const { intent, paymentMethod, authenticated } = outcome;
  const customer = idOf(intent.customer);
  const saved = customer === null ? paymentMethod : attachTo(work, { customer, paymentMethod, isVerified: true });
  if (authenticated && intent.usage === "off_session") work.put(saved, { setUp: true });

  const after = work.put<Stripe.SetupIntent>(
    { ...intent, status: "succeeded", next_action: null, last_setup_error: null },
    { challenge: null },
  );
  work.emit("setup_intent.succeeded", { object: after });

  return after;
}

/** The issuer refused to have the card saved. */
export function failSetup(
  work: UnitOfWork,
  failure: { intent: Stripe.SetupIntent; paymentMethod: Stripe.PaymentMethod; reason: Decline },
): Stripe.SetupIntent {
  const { intent, paymentMethod, reason } = failure;
  const after = work.put<Stripe.SetupIntent>(
    {
      ...intent,
      status: "requires_payment_method",
      payment_method: null,
      next_action: null,
      last_setup_error: {
        ...(reason.adviceCode === undefined ? {} : { advice_code: reason.adviceCode }),
        code: reason.code as Stripe.SetupIntent.LastSetupError.Code,
        ...(reason.declineCode === undefined ? {} : { decline_code: reason.declineCode }),
        doc_url: `https://docs.stripe.com/error-codes/${reason.code.replaceAll("_", "-")}`,
        message: reason.message,
        ...(reason.param === undefined ? {} : { param: reason.param }),
        payment_method: paymentMethod,
        type: reason.code.endsWith("_authentication_failure") ? "invalid_request_error" : "card_error",
      },
    },
    { challenge: null },
  );
  work.emit("setup_intent.setup_failed", { object: after });

  return after;
}
