import type Stripe from "stripe";

import { invalidRequest } from "@/sandbox/stripe/api-error";
import { changeMetadata, createdField, metadataField, pageFields } from "@/sandbox/stripe/fields";
import { route } from "@/sandbox/stripe/http/route";
import { newId } from "@/sandbox/stripe/ids";
import { listObjects } from "@/sandbox/stripe/lists";
import { recordMovement } from "@/sandbox/stripe/objects/balance-transactions";
import { previousAttributes } from "@/sandbox/stripe/objects/changes";
import { cardOf } from "@/sandbox/stripe/objects/payment-method-use";
import { idOf } from "@/sandbox/stripe/objects/stored-object";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";
import { integer, oneOf, string, type Values } from "@/sandbox/stripe/validation";

const createFields = {
  amount: integer({ min: 1 }),
  charge: string(),
  metadata: metadataField,
  payment_intent: string(),
  reason: oneOf(["duplicate", "fraudulent", "requested_by_customer"]),
};

/** The two test cards whose refunds change their mind do so after this time. */
const REFUND_DELAY_MS = 800;

/** Gives money back, at most what is left of the charge. */
async function createRefund(work: UnitOfWork, params: Values<typeof createFields>): Promise<Stripe.Refund> {
  const charge = await chargeToRefund(work, params);
  const amountMinor = refundableAmount(charge, params.amount);
  await work.load([charge.payment_method]);
  const paymentMethod = work.peek(charge.payment_method ?? "");
  const behaviour = paymentMethod?.object === "payment_method" ? cardOf(work, paymentMethod).refund : undefined;

  const id = newId("re");
  const movement = recordMovement(work, {
    type: "refund",
    source: id,
    amountMinor: -amountMinor,
    currency: charge.currency,
    description: "REFUND FOR CHARGE",
  });
  const refund = work.put<Stripe.Refund>({
    id,
    object: "refund",
    amount: amountMinor,
    balance_transaction: movement.id,
    charge: charge.id,
    created: work.now,
    currency: charge.currency,
    customer: idOf(charge.customer),
    customer_account: null,
    destination_details: {
      card: { type: "refund", reference_status: "pending", reference_type: "acquirer_reference_number" },
      type: "card",
    },
    metadata: changeMetadata({}, params.metadata),
    payment_intent: idOf(charge.payment_intent),
    payment_method: charge.payment_method,
    reason: params.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: behaviour === "pending" ? "pending" : "succeeded",
    transfer_reversal: null,
  });
  if (behaviour === "pending") work.schedule("finish_refund", { objectId: id, delayMs: REFUND_DELAY_MS });
  if (behaviour === "fails") work.schedule("fail_refund", { objectId: id, delayMs: REFUND_DELAY_MS });

  const refunded = charge.amount_refunded + amountMinor;
  const after = work.put({ ...charge, amount_refunded: refunded, refunded: refunded === charge.amount_captured });
  work.emit("refund.created", { object: refund });
  work.emit("charge.refunded", { object: after, previous: previousAttributes(charge, after) });

  return refund;
}

async function chargeToRefund(work: UnitOfWork, params: Values<typeof createFields>): Promise<Stripe.Charge> {
  if (params.charge !== undefined && params.payment_intent !== undefined) {
    throw invalidRequest("You may only specify one of these parameters: charge, payment_intent.", {
      code: "parameters_exclusive",
      param: "charge",
    });
  }
  if (params.charge === undefined && params.payment_intent === undefined) {
    throw invalidRequest("One of the following params should be provided for this request: payment_intent or charge.", {
      code: "parameter_missing",
      param: "charge",
    });
  }

  const id = params.charge ?? (await latestChargeOf(work, params.payment_intent ?? ""));
  await work.load([id], { lock: true });

  return work.refer("charge", { id, param: "charge" });
}

async function latestChargeOf(work: UnitOfWork, intentId: string): Promise<string> {
  const intent = await work.refer("payment_intent", { id: intentId, param: "payment_intent" });
  const charge = idOf(intent.latest_charge);
  if (charge === null || intent.status !== "succeeded") {
    throw invalidRequest("This PaymentIntent does not have a successful charge to refund.", {
      code: "payment_intent_unexpected_state",
      param: "payment_intent",
    });
  }

  return charge;
}

function refundableAmount(charge: Stripe.Charge, requested: number | undefined): number {
  const leftMinor = charge.amount_captured - charge.amount_refunded;
  if (!charge.captured) {
    throw invalidRequest(`Charge ${charge.id} has not been captured, so nothing can be refunded.`, { param: "charge" });
  }
  if (charge.disputed) {
    throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: "charge_disputed",
      param: "charge",
    });
  }
  if (leftMinor === 0) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, { code: "charge_already_refunded" });
  }
  if (requested !== undefined && requested > leftMinor) {
    const shown = (minor: number) => `${(minor / 100).toFixed(2)} ${charge.currency}`;
    throw invalidRequest(
      `Refund amount (${shown(requested)}) is greater than unrefunded amount on charge (${shown(leftMinor)})`,
      { param: "amount" },
    );
  }

  return requested ?? leftMinor;
}

export const refundRoutes = [
  route({
    method: "POST",
    path: "/v1/refunds",
    params: createFields,
    handle: ({ work, params }) => createRefund(work, params),
  }),
  route({
    method: "GET",
    path: "/v1/refunds",
    params: { ...pageFields, charge: string(), created: createdField, payment_intent: string() },
    handle: ({ work, params: { charge, created, payment_intent, ...page } }) =>
      listObjects(work.sql, { type: "refund", url: "/v1/refunds", page, created, charge, payment_intent }),
  }),
  route({
    method: "GET",
    path: "/v1/refunds/:id",
    params: {},
    handle: ({ work, id }) => work.retrieve("refund", id),
  }),
];
