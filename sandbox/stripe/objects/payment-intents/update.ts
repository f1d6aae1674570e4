import type Stripe from "stripe";

import { invalidRequest } from "@/sandbox/stripe/api-error";
import { assertChargeable } from "@/sandbox/stripe/currencies";
import { changeMetadata } from "@/sandbox/stripe/fields";
import type { KeyKind } from "@/sandbox/stripe/http/authenticate";
import { chosenMethod } from "@/sandbox/stripe/objects/chosen-method";
import { toShipping } from "@/sandbox/stripe/objects/customer-fields";
import type { updateFields } from "@/sandbox/stripe/objects/payment-intents/fields";
import { idOf } from "@/sandbox/stripe/objects/stored-object";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";
import type { Values } from "@/sandbox/stripe/validation";

type UpdateParams = Values<typeof updateFields>;

/** What may still change once the intent is paid, authorized or canceled. */
const ALWAYS_OPEN = ["metadata", "description", "receipt_email", "shipping", "transfer_group"];
const OPEN_STATUSES = ["requires_payment_method", "requires_confirmation", "requires_action"];

export async function updatePaymentIntent(
  work: UnitOfWork,
  change: { id: string; params: UpdateParams; key: KeyKind },
): Promise<Stripe.PaymentIntent> {
  const { params } = change;
  const before = await work.lock("payment_intent", change.id);
  assertOpen(before, Object.keys(params));
  const [amount, currency] = [params.amount ?? before.amount, params.currency?.toLowerCase() ?? before.currency];
  assertChargeable(amount, currency);
  if (params.customer !== undefined) await work.refer("customer", { id: params.customer, param: "customer" });

  const customer = params.customer ?? idOf(before.customer);
  const paymentMethod = await chosenMethod(work, {
    id: params.payment_method,
    data: params.payment_method_data,
    customer,
    key: change.key,
    intent: "PaymentIntent",
  });
  const {
    metadata,
    shipping,
    payment_method: _id,
    payment_method_data: _data,
    payment_method_options: _options,
    allowed_payment_method_types: allowed,
    ...plain
  } = params;

  return work.put<Stripe.PaymentIntent>({
    ...before,
    ...plain,
    amount,
    currency,
    customer,
    metadata: changeMetadata(before.metadata, metadata),
    ...(shipping === undefined ? {} : { shipping: toShipping(shipping) }),
    ...(allowed === undefined ? {} : { allowed_payment_method_types: allowed, payment_method_types: allowed }),
    ...(paymentMethod === null
      ? {}
      : { payment_method: paymentMethod.id, status: "requires_confirmation" as const, next_action: null }),
  });
}

function assertOpen(intent: Stripe.PaymentIntent, names: string[]): void {
  if (OPEN_STATUSES.includes(intent.status)) return;
  const closed = names.find((name) => !ALWAYS_OPEN.includes(name));
  if (closed === undefined) return;

  throw invalidRequest(
    `This PaymentIntent's ${closed} could not be updated because it has a status of ${intent.status}. You may only update ` +
      `the ${closed} of a PaymentIntent with one of the following statuses: ${OPEN_STATUSES.join(", ")}.`,
    { code: "payment_intent_unexpected_state", param: closed, payment_intent: intent },
  );
}
