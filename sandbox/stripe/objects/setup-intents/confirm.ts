import type Stripe from "stripe";

import { invalidRequest } from "@/sandbox/stripe/api-error";
import { authorizeSetup } from "@/sandbox/stripe/authorization";
import { challengeUrl, newChallenge } from "@/sandbox/stripe/objects/challenge";
import { chosenMethod } from "@/sandbox/stripe/objects/chosen-method";
import { cardError, cardOf } from "@/sandbox/stripe/objects/payment-method-use";
import type { confirmFields } from "@/sandbox/stripe/objects/setup-intents/fields";
import { failSetup, finishSetup } from "@/sandbox/stripe/objects/setup-intents/finish";
import { idOf } from "@/sandbox/stripe/objects/stored-object";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";
import type { Values } from "@/sandbox/stripe/validation";

type Confirmation = { intent: Stripe.SetupIntent; params: Values<typeof confirmFields>; isBrowser: boolean };

const CONFIRMABLE = ["requires_payment_method", "requires_confirmation", "requires_action"];

/** Asks the issuer whether the card may be saved. Throws the 402 of a decline, keeping the intent's last error. */
export async function confirmSetupIntent(work: UnitOfWork, confirmation: Confirmation): Promise<Stripe.SetupIntent> {
  const { params } = confirmation;
  assertConfirmable(confirmation.intent);
  const paymentMethod = await methodFor(work, confirmation);
  assertReturnUrl(confirmation);

  const intent: Stripe.SetupIntent = {
    ...confirmation.intent,
    payment_method: paymentMethod.id,
    last_setup_error: null,
    next_action: null,
  };
  const answer = authorizeSetup({
    card: cardOf(work, paymentMethod),
    failWith: work.internal(paymentMethod.id).failWith ?? null,
    setUp: false,
    offSession: false,
    authenticated: false,
  });

  switch (answer.kind) {
    case "approved":
      return finishSetup(work, { intent, paymentMethod, authenticated: false });
    case "declined":
      throw cardError(answer.decline, {
        setup_intent: failSetup(work, { intent, paymentMethod, reason: answer.decline }),
        payment_method: paymentMethod,
        keepsEffects: true,
      });
    case "requires_authentication":
      return requireAction(work, { intent, returnUrl: params.return_url ?? null });
  }
}

function requireAction(
  work: UnitOfWork,
  request: { intent: Stripe.SetupIntent; returnUrl: string | null },
): Stripe.SetupIntent {
  const challenge = newChallenge(request.returnUrl);
  const url = challengeUrl(work.publicUrl, { intentId: request.intent.id, challenge });
  const intent = work.put<Stripe.SetupIntent>(
    {
      ...request.intent,
      status: "requires_action",
      next_action: { type: "redirect_to_url", redirect_to_url: { url, return_url: challenge.returnUrl } },
    },
    { challenge },
  );
  work.emit("setup_intent.requires_action", { object: intent });

  return intent;
}

async function methodFor(work: UnitOfWork, confirmation: Confirmation): Promise<Stripe.PaymentMethod> {
  const { intent, params, isBrowser } = confirmation;
  const paymentMethod = await chosenMethod(work, {
    id: params.payment_method ?? idOf(intent.payment_method),
    data: params.payment_method_data,
    customer: idOf(intent.customer),
    key: isBrowser ? "publishable" : "secret",
    intent: "SetupIntent",
  });
  if (paymentMethod !== null) return paymentMethod;

  throw invalidRequest(
    "You cannot confirm this SetupIntent because it's missing a payment method. You can either update the SetupIntent with " +
      "a payment method and then confirm it again, or confirm it again directly with a payment method.",
    { code: "setup_intent_unexpected_state", setup_intent: intent },
  );
}

function assertConfirmable(intent: Stripe.SetupIntent): void {
  if (CONFIRMABLE.includes(intent.status)) return;

  throw invalidRequest(
    `You cannot confirm this SetupIntent because it has a status of ${intent.status}. Only a SetupIntent with one of the ` +
      `following statuses may be confirmed: ${CONFIRMABLE.join(", ")}.`,
    { code: "setup_intent_unexpected_state", setup_intent: intent },
  );
}

/** A server must say where redirects return to, or rule them out. */
function assertReturnUrl({ intent, params, isBrowser }: Confirmation): void {
  const mayRedirect = intent.automatic_payment_methods?.allow_redirects === "always";
  if (!mayRedirect || isBrowser || params.return_url !== undefined) return;

  throw invalidRequest(
    "This SetupIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment " +
      "methods might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept " +
      "redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and " +
      "`automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.",
    { param: "return_url" },
  );
}
