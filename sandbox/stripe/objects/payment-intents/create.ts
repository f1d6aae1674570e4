import type Stripe from "stripe";

import { invalidRequest } from "@/sandbox/stripe/api-error";
import { assertChargeable } from "@/sandbox/stripe/currencies";
import { changeMetadata } from "@/sandbox/stripe/fields";
import type { KeyKind } from "@/sandbox/stripe/http/authenticate";
import { newId, randomToken } from "@/sandbox/stripe/ids";
import { chosenMethod } from "@/sandbox/stripe/objects/chosen-method";
import { toShipping } from "@/sandbox/stripe/objects/customer-fields";
import { confirmPaymentIntent } from "@/sandbox/stripe/objects/payment-intents/confirm";
import type { createFields } from "@/sandbox/stripe/objects/payment-intents/fields";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";
import type { Values } from "@/sandbox/stripe/validation";

type CreateParams = Values<typeof createFields>;

/** Creates an intent and, with `confirm`, tries to collect it at once. */
export async function createPaymentIntent(
  work: UnitOfWork,
  request: { params: CreateParams; key: KeyKind },
): Promise<Stripe.PaymentIntent> {
  const { params } = request;
  assertConsistent(params);
  await work.load([params.customer, params.payment_method]);
  if (params.customer !== undefined) await work.refer("customer", { id: params.customer, param: "customer" });

  const paymentMethod = await chosenMethod(work, {
    id: params.payment_method,
    data: params.payment_method_data,
    customer: params.customer ?? null,
    key: request.key,
    intent: "PaymentIntent",
  });
  const intent = work.put(newPaymentIntent(work, { params, paymentMethod }));
  work.emit("payment_intent.created", { object: intent });
  if (!params.confirm) return intent;

  return confirmPaymentIntent(work, {
    intent,
    isBrowser: false,
    params: {
      ...(params.off_session === undefined ? {} : { off_session: params.off_session }),
      ...(params.return_url === undefined ? {} : { return_url: params.return_url }),
      ...(params.error_on_requires_action === undefined
        ? {}
        : { error_on_requires_action: params.error_on_requires_action }),
    },
  });
}

function assertConsistent(params: CreateParams): void {
  assertChargeable(params.amount, params.currency.toLowerCase());
  if (params.payment_method !== undefined && params.payment_method_data !== undefined) {
    throw invalidRequest("You may only specify one of these parameters: payment_method, payment_method_data.", {
      code: "parameters_exclusive",
      param: "payment_method",
    });
  }
  if (params.automatic_payment_methods?.enabled && params.allowed_payment_method_types !== undefined) {
    throw invalidRequest(
      "You may only specify one of these parameters: automatic_payment_methods, allowed_payment_method_types.",
      { code: "parameters_exclusive", param: "allowed_payment_method_types" },
    );
  }
  for (const name of ["off_session", "return_url", "error_on_requires_action", "mandate_data"] as const) {
    if (params[name] !== undefined && params[name] !== false && !params.confirm) {
      throw invalidRequest(`The parameter \`${name}\` can only be passed when \`confirm\` is set to true.`, {
        param: name,
      });
    }
  }
  if (params.confirm && params.payment_method === undefined && params.payment_method_data === undefined) {
    throw invalidRequest(
      "You cannot confirm this PaymentIntent because it's missing a payment method. To confirm the PaymentIntent, specify a " +
        "payment method attached to this customer along with the customer ID.",
      { code: "payment_intent_unexpected_state", param: "payment_method" },
    );
  }
}

function newPaymentIntent(
  work: UnitOfWork,
  options: { params: CreateParams; paymentMethod: Stripe.PaymentMethod | null },
): Stripe.PaymentIntent {
  const { params, paymentMethod } = options;
  const id = newId("pi");
  const allowed = params.allowed_payment_method_types ?? null;
  const isAutomatic = allowed === null && (params.automatic_payment_methods?.enabled ?? true);

  return {
    id,
    object: "payment_intent",
    allowed_payment_method_types: allowed,
    amount: params.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: isAutomatic
      ? { allow_redirects: params.automatic_payment_methods?.allow_redirects ?? "always", enabled: true }
      : null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: params.capture_method ?? "automatic_async",
    client_secret: `${id}_secret_${randomToken(25)}`,
    confirmation_method: params.confirmation_method ?? "automatic",
    created: work.now,
    currency: params.currency.toLowerCase(),
    customer: params.customer ?? null,
    customer_account: null,
    description: params.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: changeMetadata({}, params.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: paymentMethod?.id ?? null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: "automatic" },
    },
    payment_method_types: allowed ?? ["card"],
    payment_record: null,
    processing: null,
    receipt_email: params.receipt_email ?? null,
    review: null,
    setup_future_usage: params.setup_future_usage ?? null,
    shipping: params.shipping === undefined ? null : toShipping(params.shipping),
    source: null,
    statement_descriptor: params.statement_descriptor ?? null,
    statement_descriptor_suffix: params.statement_descriptor_suffix ?? null,
    status: paymentMethod === null ? "requires_payment_method" : "requires_confirmation",
    transfer_group: params.transfer_group ?? null,
  };
}
