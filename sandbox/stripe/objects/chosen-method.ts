import type Stripe from "stripe";

import type { KeyKind } from "@/sandbox/stripe/http/authenticate";
import { createPaymentMethod, type PaymentMethodParams } from "@/sandbox/stripe/objects/card-payment-method";
import { assertUsableBy, resolvePaymentMethod } from "@/sandbox/stripe/objects/payment-method-use";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";

type Choice = {
  id?: string | null | undefined;
  /** A new method given inline; it goes before `id`. */
  data?: PaymentMethodParams | undefined;
  customer: string | null;
  key: KeyKind;
  intent: "PaymentIntent" | "SetupIntent";
};

/** The payment method a request chooses, by id or as data, checked to be the customer's; null when it chooses none. */
export async function chosenMethod(work: UnitOfWork, choice: Choice): Promise<Stripe.PaymentMethod | null> {
  const { id, data, customer, key, intent } = choice;
  if (data !== undefined) return createPaymentMethod(work, { params: data, key });
  if (id === undefined || id === null) return null;

  const paymentMethod = await resolvePaymentMethod(work, { id, param: "payment_method" });
  assertUsableBy(work, { paymentMethod, customer, intent });

  return paymentMethod;
}
