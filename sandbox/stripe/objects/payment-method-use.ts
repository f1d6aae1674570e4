import type Stripe from "stripe";

import { ApiError, invalidRequest, resourceMissing } from "@/sandbox/stripe/api-error";
import { authorizeSetup } from "@/sandbox/stripe/authorization";
import { cardByAlias, cardByNumber, type CardBehaviour } from "@/sandbox/stripe/cards";
import type { Decline } from "@/sandbox/stripe/declines";
import { newCardPaymentMethod } from "@/sandbox/stripe/objects/card-payment-method";
import { previousAttributes } from "@/sandbox/stripe/objects/changes";
import { idOf } from "@/sandbox/stripe/objects/stored-object";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";

type Reference = { id: string; param: string };

/** The payment method a parameter names; a `pm_card_…` id makes a new one, as in Stripe's test mode. */
export async function resolvePaymentMethod(work: UnitOfWork, reference: Reference): Promise<Stripe.PaymentMethod> {
  if (!reference.id.startsWith("pm_card_")) return work.refer("payment_method", reference);

  const card = cardByAlias(reference.id);
  if (card === undefined) {
    throw resourceMissing("PaymentMethod", { id: reference.id, param: reference.param, status: 400 });
  }

  return newCardPaymentMethod(work, { card });
}

/** The test card behind a payment method. */
export function cardOf(work: UnitOfWork, paymentMethod: Stripe.PaymentMethod): CardBehaviour {
  const card = cardByNumber(work.internal(paymentMethod.id).cardNumber ?? "");
  if (card === undefined) throw new Error(`payment method ${paymentMethod.id} has no card`);

  return card;
}

/** Attaches a payment method, asking its issuer first: a declining card fails already here, with a 402. */
export function attachTo(
  work: UnitOfWork,
  options: { customer: string; paymentMethod: Stripe.PaymentMethod; isVerified?: boolean },
): Stripe.PaymentMethod {
  const { customer, paymentMethod } = options;
  if (paymentMethod.customer === customer) return paymentMethod;
  if (paymentMethod.customer !== null) {
    throw invalidRequest("The payment method you provided has already been attached to a customer.", {
      code: "payment_method_unexpected_state",
    });
  }
  assertNotSpent(work, paymentMethod);
  if (!options.isVerified) assertIssuerAgrees(work, paymentMethod);

  const attached = work.put({ ...paymentMethod, customer });
  work.emit("payment_method.attached", { object: attached });

  return attached;
}

/** Detaches a payment method for good; a customer's default that it was is unset by the caller's update. */
export function detach(work: UnitOfWork, paymentMethod: Stripe.PaymentMethod): Stripe.PaymentMethod {
  const detached = work.put({ ...paymentMethod, customer: null }, { spent: true });
  work.emit("payment_method.detached", { object: detached, previous: previousAttributes(paymentMethod, detached) });

  return detached;
}

/** Refuses a payment method that belongs to someone else or cannot be used again, in Stripe's words. */
export function assertUsableBy(
  work: UnitOfWork,
  use: { paymentMethod: Stripe.PaymentMethod; customer: string | null; intent: "PaymentIntent" | "SetupIntent" },
): void {
  const owner = idOf(use.paymentMethod.customer);
  assertNotSpent(work, use.paymentMethod);
  if (owner === null || owner === use.customer) return;

  throw invalidRequest(
    use.customer === null
      ? `The provided PaymentMethod (${use.paymentMethod.id}) is attached to the customer ${owner}. Please include the ` +
          `Customer in the \`customer\` parameter on the ${use.intent}.`
      : `The customer does not have a payment method with the ID ${use.paymentMethod.id}. The payment method must be ` +
          "attached to the customer.",
    { code: use.customer === null ? "parameter_missing" : "resource_missing", param: "payment_method" },
  );
}

function assertNotSpent(work: UnitOfWork, paymentMethod: Stripe.PaymentMethod): void {
  if (!work.internal(paymentMethod.id).spent) return;

  throw invalidRequest(
    "This PaymentMethod was previously used without being attached to a Customer or was detached from a Customer, and may " +
      "not be used again.",
    { param: "payment_method" },
  );
}

function assertIssuerAgrees(work: UnitOfWork, paymentMethod: Stripe.PaymentMethod): void {
  const failWith = work.internal(paymentMethod.id).failWith ?? null;
  const card = cardOf(work, paymentMethod);
  const answer = authorizeSetup({ card, failWith, setUp: false, offSession: false, authenticated: true });
  if (answer.kind === "declined") throw cardError(answer.decline);
}

/** The 402 of a declined card. */
export function cardError(
  decline: Decline,
  about: {
    charge?: string;
    payment_intent?: object;
    setup_intent?: object;
    payment_method?: object;
    keepsEffects?: boolean;
  } = {},
): ApiError {
  const { keepsEffects = false, ...objects } = about;

  return new ApiError(402, {
    keepsEffects,
    body: {
      type: "card_error",
      code: decline.code,
      message: decline.message,
      ...(decline.declineCode === undefined ? {} : { decline_code: decline.declineCode }),
      ...(decline.adviceCode === undefined ? {} : { advice_code: decline.adviceCode }),
      ...(decline.param === undefined ? {} : { param: decline.param }),
      ...objects,
    },
  });
}
