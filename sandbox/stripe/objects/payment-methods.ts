import type Stripe from "stripe";

import { invalidRequest } from "@/sandbox/stripe/api-error";
import { billingDetailsField, changeMetadata, metadataField, pageFields } from "@/sandbox/stripe/fields";
import { route } from "@/sandbox/stripe/http/route";
import { listObjects } from "@/sandbox/stripe/lists";
import {
  allowRedisplayField,
  createPaymentMethod,
  paymentMethodFields,
} from "@/sandbox/stripe/objects/card-payment-method";
import { toAddress } from "@/sandbox/stripe/objects/customer-fields";
import { previousAttributes } from "@/sandbox/stripe/objects/changes";
import { attachTo, detach, resolvePaymentMethod } from "@/sandbox/stripe/objects/payment-method-use";
import { idOf } from "@/sandbox/stripe/objects/stored-object";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";
import { hash, integer, oneOf, required, string, type Values } from "@/sandbox/stripe/validation";

const updateFields = {
  allow_redisplay: allowRedisplayField,
  billing_details: billingDetailsField,
  card: hash({ exp_month: integer({ min: 1, max: 12 }), exp_year: integer({ min: 2000, max: 2100 }) }),
  metadata: metadataField,
};

const listFields = { ...pageFields, customer: required(string()), type: oneOf(["card"]) };

async function updatePaymentMethod(
  work: UnitOfWork,
  change: { id: string; params: Values<typeof updateFields> },
): Promise<Stripe.PaymentMethod> {
  const before = await work.lock("payment_method", change.id);
  if (before.customer === null) {
    throw invalidRequest("You must save this PaymentMethod to a customer before you can update it.", {
      code: "payment_method_unexpected_state",
    });
  }
  const { allow_redisplay, billing_details, card, metadata } = change.params;
  const { address, ...details } = billing_details ?? {};
  const after: Stripe.PaymentMethod = {
    ...before,
    ...(allow_redisplay === undefined ? {} : { allow_redisplay }),
    billing_details: {
      ...before.billing_details,
      ...details,
      ...(address === undefined ? {} : { address: toAddress({ ...before.billing_details.address, ...address }) }),
    },
    ...(before.card === undefined ? {} : { card: { ...before.card, ...card } }),
    metadata: changeMetadata(before.metadata, metadata),
  };
  work.emit("payment_method.updated", { object: after, previous: previousAttributes(before, after) });

  return work.put(after);
}

async function attachPaymentMethod(
  work: UnitOfWork,
  request: { id: string; customer: string },
): Promise<Stripe.PaymentMethod> {
  await work.load([request.id], { lock: true });
  const paymentMethod = request.id.startsWith("pm_card_")
    ? await resolvePaymentMethod(work, { id: request.id, param: "payment_method" })
    : await work.retrieve("payment_method", request.id);
  const customer = await work.refer("customer", { id: request.customer, param: "customer" });

  return attachTo(work, { customer: customer.id, paymentMethod });
}

/** Also unsets it as its customer's default, as Stripe does. */
async function detachPaymentMethod(work: UnitOfWork, id: string): Promise<Stripe.PaymentMethod> {
  const customerId = idOf((await work.retrieve("payment_method", id)).customer);
  if (customerId === null) {
    throw invalidRequest("The payment method you provided is not attached to a customer so detachment is impossible.", {
      code: "payment_method_unexpected_state",
    });
  }

  const customer = await work.lock("customer", customerId);
  const paymentMethod = await work.lock("payment_method", id);
  if (customer.invoice_settings.default_payment_method === id) {
    const after = { ...customer, invoice_settings: { ...customer.invoice_settings, default_payment_method: null } };
    work.emit("customer.updated", { object: after, previous: previousAttributes(customer, after) });
    work.put(after);
  }

  return detach(work, paymentMethod);
}

export const paymentMethodRoutes = [
  route({
    method: "POST",
    path: "/v1/payment_methods",
    params: paymentMethodFields,
    browserParams: ["type", "card", "billing_details", "allow_redisplay", "metadata"],
    handle: async ({ work, params, key }) => createPaymentMethod(work, { params, key }),
  }),
  route({
    method: "GET",
    path: "/v1/payment_methods",
    params: listFields,
    handle: async ({ work, params: { customer, type: _card, ...page } }) => {
      await work.refer("customer", { id: customer, param: "customer" });

      return listObjects(work.sql, { type: "payment_method", url: "/v1/payment_methods", page, customer });
    },
  }),
  route({
    method: "GET",
    path: "/v1/payment_methods/:id",
    params: {},
    handle: ({ work, id }) => work.retrieve("payment_method", id),
  }),
  route({
    method: "POST",
    path: "/v1/payment_methods/:id",
    params: updateFields,
    handle: ({ work, id, params }) => updatePaymentMethod(work, { id, params }),
  }),
  route({
    method: "POST",
    path: "/v1/payment_methods/:id/attach",
    params: { customer: required(string()) },
    handle: ({ work, id, params }) => attachPaymentMethod(work, { id, customer: params.customer }),
  }),
  route({
    method: "POST",
    path: "/v1/payment_methods/:id/detach",
    params: {},
    handle: ({ work, id }) => detachPaymentMethod(work, id),
  }),
];
