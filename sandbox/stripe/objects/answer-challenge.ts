import type Stripe from "stripe";

import { resourceMissing } from "@/sandbox/stripe/api-error";
import { authorizePayment } from "@/sandbox/stripe/authorization";
import type { Challenge } from "@/sandbox/stripe/objects/challenge";
import { approve, decline } from "@/sandbox/stripe/objects/payment-intents/settle";
import { cardOf } from "@/sandbox/stripe/objects/payment-method-use";
import { failSetup, finishSetup } from "@/sandbox/stripe/objects/setup-intents/finish";
import { idOf } from "@/sandbox/stripe/objects/stored-object";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";

type Intent = Stripe.PaymentIntent | Stripe.SetupIntent;

/** The intent a 3-D Secure page is about; the challenge is null when it has been answered or overtaken. */
export async function findChallenge(
  work: UnitOfWork,
  page: { intentId: string; token: string; lock?: boolean },
): Promise<{ intent: Intent; challenge: Challenge | null }> {
  await work.load([page.intentId], { lock: page.lock ?? false });
  const intent = work.peek(page.intentId);
  if (intent?.object !== "payment_intent" && intent?.object !== "setup_intent") {
    throw resourceMissing("intent", { id: page.intentId, param: "intent", status: 404 });
  }
  const challenge = work.internal(intent.id).challenge ?? null;

  return {
    intent,
    challenge: challenge?.token === page.token && intent.status === "requires_action" ? challenge : null,
  };
}

/** The customer has completed or failed 3-D Secure: the payment or the saving of the card goes on, or ends. */
export async function answerChallenge(
  work: UnitOfWork,
  answer: { intent: Intent; isCompleted: boolean },
): Promise<Intent> {
  const { intent, isCompleted } = answer;
  const paymentMethod = await work.retrieve("payment_method", idOf(intent.payment_method) ?? "");

  if (intent.object === "setup_intent") {
    return isCompleted
      ? finishSetup(work, { intent, paymentMethod, authenticated: true })
      : failSetup(work, { intent, paymentMethod, reason: failedAuthentication("setup_intent") });
  }
  if (!isCompleted) return failPayment(work, { intent, paymentMethod });

  const authorization = authorizePayment({
    card: cardOf(work, paymentMethod),
    failWith: work.internal(paymentMethod.id).failWith ?? null,
    setUp: false,
    offSession: false,
    authenticated: true,
  });

  return authorization.kind === "declined"
    ? decline(work, { intent, paymentMethod, authenticated: true, reason: authorization.decline })
    : approve(work, { intent, paymentMethod, authenticated: true });
}

/** Nothing was charged, so there is no failed charge. */
function failPayment(
  work: UnitOfWork,
  failure: { intent: Stripe.PaymentIntent; paymentMethod: Stripe.PaymentMethod },
): Stripe.PaymentIntent {
  const { code, message } = failedAuthentication("payment_intent");
  const after = work.put<Stripe.PaymentIntent>(
    {
      ...failure.intent,
      last_payment_error: {
        code: "payment_intent_authentication_failure",
        doc_url: `https://docs.stripe.com/error-codes/${code.replaceAll("_", "-")}`,
        message,
        payment_method: failure.paymentMethod,
        type: "invalid_request_error",
      },
      next_action: null,
      payment_method: null,
      status: "requires_payment_method",
    },
    { challenge: null },
  );
  work.emit("payment_intent.payment_failed", { object: after });

  return after;
}

function failedAuthentication(kind: Intent["object"]): { code: string; message: string } {
  return {
    code: `${kind}_authentication_failure`,
    message:
      "The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to " +
      `attempt to fulfill this ${kind === "payment_intent" ? "PaymentIntent" : "SetupIntent"} again.`,
  };
}
