import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { failureOf, sdk, startTestSandbox, type TestSandbox } from "@/sandbox/stripe/testing/start-test-sandbox";

let sandbox: TestSandbox;
let stripe: Stripe;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  ({ stripe } = sandbox);
});
afterAll(() => sandbox.stop());

describe("keys and addresses", () => {
  it("answers 401 without a key and to a wrong one", async () => {
    expect((await fetch(`${sandbox.url}/v1/customers`)).status).toBe(401);
    expect(await failureOf(sdk(sandbox.port, "sk_test_wrong").customers.list())).toMatchObject({
      statusCode: 401,
      type: "StripeAuthenticationError",
    });
  });

  it("answers 404 as JSON, with a request id, for what it does not know", async () => {
    const response = await fetch(`${sandbox.url}/v1/subscriptions`, {
      headers: { Authorization: "Bearer sk_test_sandbox_0123456789abcdef" },
    });
    expect(response.status).toBe(404);
    expect(response.headers.get("request-id")).toMatch(/^req_/);
    expect(await response.json()).toMatchObject({ error: { type: "invalid_request_error" } });

    const missing = await failureOf(stripe.paymentIntents.retrieve("pi_none"));
    expect(missing).toMatchObject({ statusCode: 404, code: "resource_missing", param: "intent" });
    expect(missing.requestId).toMatch(/^req_/);
    expect(missing.doc_url).toBe("https://docs.stripe.com/error-codes/resource-missing");
  });

  it("answers 400 to another version of the API, and 413 to a body over 1 MB", async () => {
    expect((await failureOf(stripe.customers.list({}, { apiVersion: "2020-08-27" }))).statusCode).toBe(400);
    const big = await fetch(`${sandbox.url}/v1/customers`, { method: "POST", body: "x".repeat(1_100_000) }).catch(
      () => undefined,
    );
    expect([413, undefined]).toContain(big?.status);
  });

  it("knows its account", async () => {
    expect(await stripe.accounts.retrieveCurrent()).toMatchObject({ object: "account", country: "GR" });
  });
});

describe("customers", () => {
  it("are created, changed, found by e-mail and deleted with their cards detached", async () => {
    const customer = await stripe.customers.create({
      email: "office@example.gr",
      name: "Διαχείριση Α.Ε.",
      address: { line1: "Σταδίου 1", city: "Αθήνα", country: "GR" },
      payment_method: "pm_card_visa",
      metadata: { organization: "7" },
    });
    const [card] = (await stripe.customers.listPaymentMethods(customer.id)).data;
    const updated = await stripe.customers.update(customer.id, {
      phone: "+30 210 0000000",
      invoice_settings: { default_payment_method: card?.id ?? "" },
    });
    expect(updated).toMatchObject({ name: "Διαχείριση Α.Ε.", address: { postal_code: null, city: "Αθήνα" } });
    const expanded = await stripe.customers.retrieve(customer.id, {
      expand: ["invoice_settings.default_payment_method"],
    });
    expect(expanded).toMatchObject({
      invoice_settings: { default_payment_method: { id: card?.id, object: "payment_method" } },
    });
    expect((await stripe.customers.list({ email: "office@example.gr" })).data).toHaveLength(1);

    const deleted = await stripe.customers.del(customer.id);
    expect(deleted).toMatchObject({ id: customer.id, object: "customer", deleted: true });
    expect({ ...(await stripe.customers.retrieve(customer.id)) }).toEqual({ ...deleted });
    expect((await stripe.paymentMethods.retrieve(card?.id ?? "")).customer).toBeNull();
    expect((await failureOf(stripe.customers.update(customer.id, { name: "x" }))).statusCode).toBe(404);
    expect((await stripe.customers.list({ email: "office@example.gr" })).data).toHaveLength(0);
  });

  it("lose their default card when it is detached, and take none that is not theirs", async () => {
    const customer = await stripe.customers.create({});
    const card = await stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
    await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: card.id } });
    await stripe.paymentMethods.detach(card.id);
    expect(await stripe.customers.retrieve(customer.id)).toMatchObject({
      invoice_settings: { default_payment_method: null },
    });

    const stray = await stripe.paymentMethods.create({ type: "card", card: { token: "tok_visa" } });
    const failure = await failureOf(
      stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: stray.id } }),
    );
    expect(failure).toMatchObject({ code: "resource_missing", param: "invoice_settings[default_payment_method]" });
  });

  it("are refused with a bad e-mail, an unknown parameter, or an empty string", async () => {
    const create = (params: object) => failureOf(stripe.customers.create(params as Stripe.CustomerCreateParams));
    expect(await create({ email: "nobody" })).toMatchObject({ code: "email_invalid", param: "email" });
    expect(await create({ emial: "a@b.gr" })).toMatchObject({ code: "parameter_unknown", param: "emial" });
    expect(await create({ name: "" })).toMatchObject({ code: "parameter_invalid_empty", param: "name" });
    expect(await create({ address: { street: "x" } })).toMatchObject({
      code: "parameter_unknown",
      param: "address[street]",
    });
  });

  it("cannot take a card twice, or one that was detached", async () => {
    const [one, two] = [await stripe.customers.create({}), await stripe.customers.create({})];
    const card = await stripe.paymentMethods.attach("pm_card_visa", { customer: one.id });
    expect((await failureOf(stripe.paymentMethods.attach(card.id, { customer: two.id }))).statusCode).toBe(400);
    const renewed = await stripe.paymentMethods.update(card.id, { card: { exp_year: 2039 }, metadata: { a: "1" } });
    expect(renewed).toMatchObject({ card: { exp_year: 2039, last4: "4242" }, metadata: { a: "1" } });
    await stripe.paymentMethods.detach(card.id);
    expect((await failureOf(stripe.paymentMethods.attach(card.id, { customer: one.id }))).message).toContain(
      "may not be used again",
    );
  });
});

describe("lists", () => {
  it("page both ways and end", async () => {
    const customer = (await stripe.customers.create({})).id;
    const ids: string[] = [];
    for (let index = 0; index < 7; index += 1) {
      ids.unshift((await stripe.paymentIntents.create({ amount: 100 + index, currency: "eur", customer })).id);
    }

    const first = await stripe.paymentIntents.list({ customer, limit: 3 });
    expect(first).toMatchObject({ object: "list", url: "/v1/payment_intents", has_more: true });
    expect(first.data.map((intent) => intent.id)).toEqual(ids.slice(0, 3));
    const next = await stripe.paymentIntents.list({ customer, limit: 4, starting_after: ids[2] ?? "" });
    expect([next.has_more, next.data.map((intent) => intent.id)]).toEqual([false, ids.slice(3)]);
    const previous = await stripe.paymentIntents.list({ customer, limit: 2, ending_before: ids[5] ?? "" });
    expect([previous.has_more, previous.data.map((intent) => intent.id)]).toEqual([true, ids.slice(3, 5)]);

    const all = [];
    for await (const intent of stripe.paymentIntents.list({ customer, limit: 2 })) all.push(intent.id);
    expect(all).toEqual(ids);
    expect((await failureOf(stripe.paymentIntents.list({ starting_after: "pi_none" }))).param).toBe("starting_after");
    expect((await failureOf(stripe.paymentIntents.list({ limit: 101 }))).param).toBe("limit");
  });

  it("filter by the time of creation", async () => {
    const customer = await stripe.customers.create({});
    expect(
      (await stripe.customers.list({ created: { gte: customer.created }, limit: 100 })).data.map((one) => one.id),
    ).toContain(customer.id);
    expect((await stripe.customers.list({ created: { gt: customer.created + 60 } })).data).toEqual([]);
    expect((await stripe.customers.list({ created: customer.created - 100_000 })).data).toEqual([]);
  });

  it("expand through data, to four levels and no unknown property", async () => {
    const customer = await stripe.customers.create({});
    const intent = await stripe.paymentIntents.create({
      amount: 900,
      currency: "eur",
      customer: customer.id,
      payment_method: "pm_card_visa",
      off_session: true,
      confirm: true,
      capture_method: "automatic",
      expand: ["latest_charge.balance_transaction.source.payment_intent", "customer"],
    });
    expect(intent).toMatchObject({
      customer: { id: customer.id },
      latest_charge: { balance_transaction: { source: { payment_intent: { id: intent.id } } } },
    });
    const list = await stripe.paymentIntents.list({
      customer: customer.id,
      expand: ["data.latest_charge", "data.payment_method"],
    });
    expect(list.data[0]).toMatchObject({ latest_charge: { paid: true }, payment_method: { type: "card" } });
    expect((await failureOf(stripe.paymentIntents.retrieve(intent.id, { expand: ["invoice"] }))).param).toBe("expand");
    const deep = "latest_charge.balance_transaction.source.payment_intent.customer";
    expect((await failureOf(stripe.paymentIntents.retrieve(intent.id, { expand: [deep] }))).param).toBe("expand");
  });
});
