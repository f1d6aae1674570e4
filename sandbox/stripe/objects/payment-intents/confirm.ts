import type Stripe from "stripe";

import { invalidRequest } from "@/sandbox/stripe/api-error";
import { authorizePayment } from "@/sandbox/stripe/authorization";
import { declineFor } from "@/sandbox/stripe/declines";
import { challengeUrl, newChallenge } from "@/sandbox/stripe/objects/challenge";
import { chosenMethod } from "@/sandbox/stripe/objects/chosen-method";
import { toShipping } from "@/sandbox/stripe/objects/customer-fields";
import type { confirmFields } from "@/sandbox/stripe/objects/payment-intents/fields";
import { approve, decline } from "@/sandbox/stripe/objects/payment-intents/settle";
import { cardError, cardOf } from "@/sandbox/stripe/objects/payment-method-use";
import { idOf } from "@/sandbox/stripe/objects/stored-object";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";
import type { Values } from "@/sandbox/stripe/validation";

type ConfirmParams = Values<typeof confirmFields>;
type Confirmation = { intent: Stripe.PaymentIntent; params: ConfirmParams; isBrowser: boolean };

const CONFIRMABLE = ["requires_payment_method", "requires_confirmation", "requires_action"];

/**
 * Asks the issuer and moves the intent on: succeeded, requires_capture or requires_action. Throws the 402 of a decline,
 * keeping the failed charge and the intent's last error.
 */
export async function confirmPaymentIntent(
  work: UnitOfWork,
  confirmation: Confirmation,
): Promise<Stripe.PaymentIntent> {
  const { params, isBrowser } = confirmation;
  assertConfirmable(confirmation.intent);
  const paymentMethod = await methodFor(work, confirmation);
  assertReturnUrl(confirmation);

  const intent = withParams(confirmation.intent, { params, paymentMethod });
  const offSession = params.off_session !== undefined && params.off_session !== false;
  const internal = work.internal(paymentMethod.id);
  const answer = authorizePayment({
    card: cardOf(work, paymentMethod),
    failWith: internal.failWith ?? null,
    setUp: internal.setUp ?? false,
    offSession: offSession && !isBrowser,
    authenticated: false,
  });

  switch (answer.kind) {
    case "approved":
      return approve(work, { intent, paymentMethod, authenticated: false });
    case "declined":
      throw declined(work, { intent, paymentMethod, reason: answer.decline });
    case "requires_authentication":
      if (params.error_on_requires_action) {
        throw declined(work, { intent, paymentMethod, reason: declineFor("authentication_required") });
      }

      return requireAction(work, { intent, returnUrl: params.return_url ?? null });
  }
}

function declined(
  work: UnitOfWork,
  failure: { intent: Stripe.PaymentIntent; paymentMethod: Stripe.PaymentMethod; reason: ReturnType<typeof declineFor> },
): Error {
  const after = decline(work, { ...failure, authenticated: false });

  return cardError(failure.reason, {
    charge: idOf(after.latest_charge) ?? "",
    payment_intent: after,
    payment_method: failure.paymentMethod,
    keepsEffects: true,
  });
}

function requireAction(
  work: UnitOfWork,
  request: { intent: Stripe.PaymentIntent; returnUrl: string | null },
): Stripe.PaymentIntent {
  const challenge = newChallenge(request.returnUrl);
  const intent = work.put<Stripe.PaymentIntent>(
    {
      ...request.intent,
      status: "requires_action",
      next_action: {
        type: "redirect_to_url",
        redirect_to_url: {
          url: challengeUrl(work.publicUrl, { intentId: request.intent.id, challenge }),
          return_url: challenge.returnUrl,
        },
      },
    },
    { challenge },
  );
  work.emit("payment_intent.requires_action", { object: intent });

  return intent;
}

async function methodFor(work: UnitOfWork, confirmation: Confirmation): Promise<Stripe.PaymentMethod> {
  const { intent, params, isBrowser } = confirmation;
  const paymentMethod = await chosenMethod(work, {
    id: params.payment_method ?? idOf(intent.payment_method),
    data: params.payment_method_data,
    customer: idOf(intent.customer),
    key: isBrowser ? "publishable" : "secret",
    intent: "PaymentIntent",
  });
  if (paymentMethod !== null) return paymentMethod;

  throw invalidRequest(
    "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent " +
      "with a payment method and then confirm it again, or confirm it again directly with a payment method.",
    { code: "payment_intent_unexpected_state", payment_intent: intent },
  );
}

function withParams(
  intent: Stripe.PaymentIntent,
  change: { params: ConfirmParams; paymentMethod: Stripe.PaymentMethod },
): Stripe.PaymentIntent {
  const { params, paymentMethod } = change;

  return {
    ...intent,
    payment_method: paymentMethod.id,
    last_payment_error: null,
    next_action: null,
    ...(params.capture_method === undefined ? {} : { capture_method: params.capture_method }),
    ...(params.receipt_email === undefined ? {} : { receipt_email: params.receipt_email }),
    ...(params.setup_future_usage === undefined ? {} : { setup_future_usage: params.setup_future_usage }),
    ...(params.shipping === undefined ? {} : { shipping: toShipping(params.shipping) }),
    ...(params.allowed_payment_method_types === undefined
      ? {}
      : {
          allowed_payment_method_types: params.allowed_payment_method_types,
          payment_method_types: params.allowed_payment_method_types,
        }),
  };
}

function assertConfirmable(intent: Stripe.PaymentIntent): void {
  if (CONFIRMABLE.includes(intent.status)) return;

  const message =
    intent.status === "succeeded"
      ? "You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed."
      : `You cannot confirm this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one ` +
        `of the following statuses may be confirmed: ${CONFIRMABLE.join(", ")}.`;
  throw invalidRequest(message, { code: "payment_intent_unexpected_state", payment_intent: intent });
}

/** A server that confirms with the customer present must say where redirects return to, or rule redirects out. */
function assertReturnUrl({ intent, params, isBrowser }: Confirmation): void {
  const mayRedirect = intent.automatic_payment_methods?.allow_redirects === "always";
  const isPresent = params.off_session === undefined || params.off_session === false;
  if (!mayRedirect || !isPresent || isBrowser || params.return_url !== undefined) return;

  throw invalidRequest(
    "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment " +
      "methods might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept " +
      "redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and " +
      "`automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.",
    { param: "return_url" },
  );
}
