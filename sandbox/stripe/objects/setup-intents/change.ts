import type Stripe from "stripe";

import { invalidRequest } from "@/sandbox/stripe/api-error";
import { changeMetadata } from "@/sandbox/stripe/fields";
import type { KeyKind } from "@/sandbox/stripe/http/authenticate";
import { chosenMethod } from "@/sandbox/stripe/objects/chosen-method";
import type { updateFields } from "@/sandbox/stripe/objects/setup-intents/fields";
import { idOf } from "@/sandbox/stripe/objects/stored-object";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";
import type { Values } from "@/sandbox/stripe/validation";

const OPEN = ["requires_payment_method", "requires_confirmation", "requires_action"];

export async function updateSetupIntent(
  work: UnitOfWork,
  change: { id: string; params: Values<typeof updateFields>; key: KeyKind },
): Promise<Stripe.SetupIntent> {
  const { params } = change;
  const before = await work.lock("setup_intent", change.id);
  const closed = Object.keys(params).find((name) => name !== "metadata" && name !== "description");
  if (!OPEN.includes(before.status) && closed !== undefined) throw unexpectedState(before, "update");
  if (params.customer !== undefined) await work.refer("customer", { id: params.customer, param: "customer" });

  const customer = params.customer ?? idOf(before.customer);
  const paymentMethod = await chosenMethod(work, {
    id: params.payment_method,
    data: params.payment_method_data,
    customer,
    key: change.key,
    intent: "SetupIntent",
  });
  const { allowed_payment_method_types: allowed, description, metadata } = params;

  return work.put<Stripe.SetupIntent>({
    ...before,
    customer,
    description: description ?? before.description,
    metadata: changeMetadata(before.metadata, metadata),
    ...(allowed === undefined ? {} : { allowed_payment_method_types: allowed, payment_method_types: allowed }),
    ...(paymentMethod === null
      ? {}
      : { payment_method: paymentMethod.id, status: "requires_confirmation" as const, next_action: null }),
  });
}

export async function cancelSetupIntent(
  work: UnitOfWork,
  request: { id: string; reason: Stripe.SetupIntent.CancellationReason | null },
): Promise<Stripe.SetupIntent> {
  const intent = await work.lock("setup_intent", request.id);
  if (!OPEN.includes(intent.status)) throw unexpectedState(intent, "cancel");

  const after = work.put<Stripe.SetupIntent>(
    { ...intent, status: "canceled", cancellation_reason: request.reason, next_action: null },
    { challenge: null },
  );
  work.emit("setup_intent.canceled", { object: after });

  return after;
}

function unexpectedState(intent: Stripe.SetupIntent, verb: string): Error {
  return invalidRequest(
    `You cannot ${verb} this SetupIntent because it has a status of ${intent.status}. Only a SetupIntent with one of the ` +
      `following statuses may be changed so: ${OPEN.join(", ")}.`,
    { code: "setup_intent_unexpected_state", setup_intent: intent },
  );
}
