import type Stripe from "stripe";

import { invalidRequest, resourceMissing } from "@/sandbox/stripe/api-error";
import { createdField, emailField, pageFields } from "@/sandbox/stripe/fields";
import { route } from "@/sandbox/stripe/http/route";
import { newId } from "@/sandbox/stripe/ids";
import { listObjects } from "@/sandbox/stripe/lists";
import { previousAttributes } from "@/sandbox/stripe/objects/changes";
import { changeCustomer, customerFields, emptyCustomer } from "@/sandbox/stripe/objects/customer-fields";
import { attachTo, detach, resolvePaymentMethod } from "@/sandbox/stripe/objects/payment-method-use";
import { idOf } from "@/sandbox/stripe/objects/stored-object";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";
import { oneOf, string } from "@/sandbox/stripe/validation";

async function createCustomer(
  work: UnitOfWork,
  params: Parameters<typeof changeCustomer>[1] & { payment_method?: string },
): Promise<Stripe.Customer> {
  const { payment_method: paymentMethodId, ...fields } = params;
  const customer = work.put(changeCustomer(emptyCustomer({ id: newId("cus"), created: work.now }), fields));
  work.emit("customer.created", { object: customer });

  if (paymentMethodId !== undefined) {
    const paymentMethod = await resolvePaymentMethod(work, { id: paymentMethodId, param: "payment_method" });
    attachTo(work, { customer: customer.id, paymentMethod });
  }
  await assertDefaultIsAttached(work, customer);

  return customer;
}

async function updateCustomer(
  work: UnitOfWork,
  change: { id: string; params: Parameters<typeof changeCustomer>[1] },
): Promise<Stripe.Customer> {
  const before = await work.lock("customer", change.id);
  const after = changeCustomer(before, change.params);
  if (change.params.invoice_settings?.default_payment_method !== undefined) await assertDefaultIsAttached(work, after);

  const previous = previousAttributes(before, after);
  if (Object.keys(previous).length === 0) return before;
  work.emit("customer.updated", { object: after, previous });

  return work.put(after);
}

/** Deleting a customer detaches its cards; the id stays, marked as deleted. */
async function deleteCustomer(work: UnitOfWork, id: string): Promise<object> {
  const customer = await work.lock("customer", id);
  const attached = await work.sql<{ id: string }[]>`
    select id from sandbox_stripe.objects where type = 'payment_method' and customer = ${id} order by seq`;
  await work.load(
    attached.map((row) => row.id),
    { lock: true },
  );
  for (const row of attached) detach(work, await work.retrieve("payment_method", row.id));

  work.emit("customer.deleted", { object: customer });
  const deleted = { id, object: "customer", deleted: true } as const;
  work.put(deleted as unknown as Stripe.Customer);

  return deleted;
}

async function retrieveCustomer(work: UnitOfWork, id: string): Promise<object> {
  await work.load([id]);
  const object = work.peek(id);
  if (object?.object === "customer" && "deleted" in object) return object;

  return work.retrieve("customer", id);
}

async function assertDefaultIsAttached(work: UnitOfWork, customer: Stripe.Customer): Promise<void> {
  const id = idOf(customer.invoice_settings.default_payment_method);
  if (id === null) return;

  const paymentMethod = await work.find("payment_method", id);
  if (paymentMethod?.customer !== customer.id) {
    throw invalidRequest(
      `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
      { code: "resource_missing", param: "invoice_settings[default_payment_method]" },
    );
  }
}

const typeField = oneOf(["card"]);

export const customerRoutes = [
  route({
    method: "POST",
    path: "/v1/customers",
    params: { ...customerFields, payment_method: string() },
    handle: ({ work, params }) => createCustomer(work, params),
  }),
  route({
    method: "GET",
    path: "/v1/customers",
    params: { ...pageFields, created: createdField, email: emailField },
    handle: ({ work, params: { created, email, ...page } }) =>
      listObjects(work.sql, {
        type: "customer",
        url: "/v1/customers",
        page,
        created,
        ...(email === undefined ? {} : { contains: { email } }),
      }),
  }),
  route({ method: "GET", path: "/v1/customers/:id", params: {}, handle: ({ work, id }) => retrieveCustomer(work, id) }),
  route({
    method: "POST",
    path: "/v1/customers/:id",
    params: customerFields,
    handle: ({ work, id, params }) => updateCustomer(work, { id, params }),
  }),
  route({
    method: "DELETE",
    path: "/v1/customers/:id",
    params: {},
    handle: ({ work, id }) => deleteCustomer(work, id),
  }),
  route({
    method: "GET",
    path: "/v1/customers/:id/payment_methods",
    params: { ...pageFields, type: typeField },
    handle: async ({ work, id, params: { type: _card, ...page } }) => {
      await work.retrieve("customer", id);

      return listObjects(work.sql, {
        type: "payment_method",
        url: `/v1/customers/${id}/payment_methods`,
        page,
        customer: id,
      });
    },
  }),
  route({
    method: "GET",
    path: "/v1/customers/:id/payment_methods/:payment_method",
    params: {},
    handle: async ({ work, id, subId }) => {
      const paymentMethod = await work.retrieve("payment_method", subId);
      if (paymentMethod.customer !== id) {
        throw resourceMissing("payment_method", { id: subId, param: "payment_method", status: 404 });
      }

      return paymentMethod;
    },
  }),
];
