import type Stripe from "stripe";

import { invalidRequest } from "@/sandbox/stripe/api-error";
import { changeMetadata } from "@/sandbox/stripe/fields";
import type { KeyKind } from "@/sandbox/stripe/http/authenticate";
import { newId, randomToken } from "@/sandbox/stripe/ids";
import { chosenMethod } from "@/sandbox/stripe/objects/chosen-method";
import { confirmSetupIntent } from "@/sandbox/stripe/objects/setup-intents/confirm";
import type { createFields } from "@/sandbox/stripe/objects/setup-intents/fields";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";
import type { Values } from "@/sandbox/stripe/validation";

type CreateParams = Values<typeof createFields>;

/** Creates an intent to save a card and, with `confirm`, saves it at once. */
export async function createSetupIntent(
  work: UnitOfWork,
  request: { params: CreateParams; key: KeyKind },
): Promise<Stripe.SetupIntent> {
  const { params } = request;
  assertConsistent(params);
  await work.load([params.customer, params.payment_method]);
  if (params.customer !== undefined) await work.refer("customer", { id: params.customer, param: "customer" });

  const paymentMethod = await chosenMethod(work, {
    id: params.payment_method,
    data: params.payment_method_data,
    customer: params.customer ?? null,
    key: request.key,
    intent: "SetupIntent",
  });
  const intent = work.put(newSetupIntent(work, { params, paymentMethod }));
  work.emit("setup_intent.created", { object: intent });
  if (!params.confirm) return intent;

  return confirmSetupIntent(work, {
    intent,
    isBrowser: false,
    params: params.return_url === undefined ? {} : { return_url: params.return_url },
  });
}

function assertConsistent(params: CreateParams): void {
  if (params.automatic_payment_methods?.enabled && params.allowed_payment_method_types !== undefined) {
    throw invalidRequest(
      "You may only specify one of these parameters: automatic_payment_methods, allowed_payment_method_types.",
      { code: "parameters_exclusive", param: "allowed_payment_method_types" },
    );
  }
  for (const name of ["return_url", "mandate_data"] as const) {
    if (params[name] !== undefined && !params.confirm) {
      throw invalidRequest(`The parameter \`${name}\` can only be passed when \`confirm\` is set to true.`, {
        param: name,
      });
    }
  }
}

function newSetupIntent(
  work: UnitOfWork,
  options: { params: CreateParams; paymentMethod: Stripe.PaymentMethod | null },
): Stripe.SetupIntent {
  const { params, paymentMethod } = options;
  const id = newId("seti");
  const allowed = params.allowed_payment_method_types ?? null;
  const isAutomatic = allowed === null && (params.automatic_payment_methods?.enabled ?? true);

  return {
    id,
    object: "setup_intent",
    allowed_payment_method_types: allowed,
    application: null,
    automatic_payment_methods: isAutomatic
      ? { allow_redirects: params.automatic_payment_methods?.allow_redirects ?? "always", enabled: true }
      : null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${randomToken(27)}`,
    created: work.now,
    customer: params.customer ?? null,
    customer_account: null,
    description: params.description ?? null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    managed_payments: null,
    mandate: null,
    metadata: changeMetadata({}, params.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: paymentMethod?.id ?? null,
    payment_method_configuration_details: null,
    payment_method_options: { card: { mandate_options: null, network: null, request_three_d_secure: "automatic" } },
    payment_method_types: allowed ?? ["card"],
    single_use_mandate: null,
    status: paymentMethod === null ? "requires_payment_method" : "requires_confirmation",
    usage: params.usage ?? "off_session",
  };
}
