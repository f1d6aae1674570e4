import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
  failureOf,
  PUBLISHABLE_KEY,
  startTestSandbox,
  type TestSandbox,
} from "@/sandbox/stripe/testing/start-test-sandbox";

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());

const cardForm = (number: string) => ({
  type: "card",
  "card[number]": number,
  "card[exp_month]": "12",
  "card[exp_year]": "2034",
  "card[cvc]": "123",
});
/** The same, inside the call that confirms an intent. */
const cardData = (number: string) =>
  Object.fromEntries(
    Object.entries(cardForm(number)).map(([name, value]) => [name.replace(/^(\w+)/, "payment_method_data[$1]"), value]),
  );

describe("a browser with the publishable key", () => {
  it("makes a payment method of a test card number, and never shows the number", async () => {
    const { status, body } = await sandbox.browser("POST", "payment_methods", cardForm("4242 4242 4242 4242"));
    expect([status, body]).toMatchObject([200, { card: { last4: "4242" }, customer: null }]);
    expect(JSON.stringify(await sandbox.control("GET", "objects?type=payment_method"))).not.toContain(
      "4242424242424242",
    );
  });

  it.each([
    ["4242424242424241", "incorrect_number", undefined],
    ["6011111111111117", "card_declined", "test_mode_live_card"],
  ])("is told what is wrong with %s", async (number, code, declineCode) => {
    const { status, body } = await sandbox.browser("POST", "payment_methods", cardForm(number));
    expect(status).toBe(402);
    expect(body["error"]).toMatchObject({
      type: "card_error",
      code,
      ...(declineCode && { decline_code: declineCode }),
    });
  });

  it.each([
    [{ "card[exp_year]": "2019" }, "invalid_expiry_year"],
    [{ "card[exp_month]": "13" }, "invalid_expiry_month"],
    [{ "card[cvc]": "12" }, "invalid_cvc"],
  ])("is told of %o", async (change, code) => {
    const { body } = await sandbox.browser("POST", "payment_methods", { ...cardForm("4242424242424242"), ...change });
    expect(body["error"]).toMatchObject({ code });
  });

  it("saves a card with the intent's client secret", async () => {
    const customer = await sandbox.stripe.customers.create({});
    const intent = await sandbox.stripe.setupIntents.create({ customer: customer.id, metadata: { secret: "ours" } });
    const { status, body } = await sandbox.browser("POST", `setup_intents/${intent.id}/confirm`, {
      client_secret: intent.client_secret ?? "",
      return_url: "http://localhost:3000/done",
      ...cardData("4242424242424242"),
    });

    expect([status, body]).toMatchObject([200, { status: "succeeded" }]);
    expect(body).not.toHaveProperty("metadata");
    expect(body).not.toHaveProperty("customer");
    expect((await sandbox.stripe.customers.listPaymentMethods(customer.id)).data).toHaveLength(1);
  });

  it("pays, is declined without learning more than it may, and pays with another card", async () => {
    const intent = await sandbox.stripe.paymentIntents.create({
      amount: 4_900,
      currency: "eur",
      metadata: { secret: "ours" },
    });
    const confirm = (number: string) =>
      sandbox.browser("POST", `payment_intents/${intent.id}/confirm`, {
        client_secret: intent.client_secret ?? "",
        return_url: "http://localhost:3000/done",
        ...cardData(number),
      });

    const declined = await confirm("4000000000009995");
    expect([declined.status, declined.body["error"]]).toMatchObject([
      402,
      { decline_code: "insufficient_funds", payment_intent: { status: "requires_payment_method" } },
    ]);
    expect(JSON.stringify(declined.body)).not.toContain("ours");
    const challenged = await confirm("4000002760003184");
    expect(challenged.body["next_action"]).toMatchObject({
      redirect_to_url: { return_url: "http://localhost:3000/done" },
    });
    expect((await confirm("5555555555554444")).body).toMatchObject({ status: "succeeded" });

    const seen = await sandbox.browser("GET", `payment_intents/${intent.id}`, {
      client_secret: intent.client_secret ?? "",
    });
    expect(seen.body).toMatchObject({ status: "succeeded", amount: 4_900 });
  });

  it("gets nowhere with a wrong client secret or without one", async () => {
    const intent = await sandbox.stripe.paymentIntents.create({ amount: 4_900, currency: "eur" });
    const other = await sandbox.stripe.paymentIntents.create({ amount: 4_900, currency: "eur" });
    const wrong = { client_secret: other.client_secret ?? "" };

    expect((await sandbox.browser("GET", `payment_intents/${intent.id}`, wrong)).status).toBe(400);
    expect((await sandbox.browser("GET", `payment_intents/${intent.id}`)).status).toBe(400);
    expect(
      (
        await sandbox.browser("POST", `payment_intents/${intent.id}/confirm`, {
          ...wrong,
          ...cardData("4242424242424242"),
        })
      ).status,
    ).toBe(400);
    expect((await sandbox.stripe.paymentIntents.retrieve(intent.id)).status).toBe("requires_payment_method");
  });

  it("may not call anything else, nor say that the customer is absent", async () => {
    for (const [method, path] of [
      ["GET", "customers"],
      ["POST", "customers"],
      ["POST", "payment_intents"],
      ["GET", "payment_intents"],
      ["POST", "refunds"],
      ["GET", "events"],
      ["GET", "webhook_endpoints"],
      ["GET", "account"],
    ] as const) {
      const { status, body } = await sandbox.browser(method, path);
      expect([status, body["error"]]).toMatchObject([401, { code: "secret_key_required" }]);
    }
    const intent = await sandbox.stripe.paymentIntents.create({ amount: 4_900, currency: "eur" });
    const absent = await sandbox.browser("POST", `payment_intents/${intent.id}/confirm`, {
      client_secret: intent.client_secret ?? "",
      off_session: "true",
    });
    expect(absent.body["error"]).toMatchObject({ code: "parameter_unknown", param: "off_session" });
  });

  it("may send its key among the parameters, as Stripe.js does", async () => {
    const create = (key: string) =>
      fetch(`${sandbox.url}/v1/payment_methods`, {
        method: "POST",
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ ...cardForm("4242424242424242"), key }).toString(),
      });
    expect((await create(PUBLISHABLE_KEY)).status).toBe(200);
    expect((await create("pk_test_wrong")).status).toBe(401);
  });

  it("is let in from the app's own pages only", async () => {
    const preflight = (origin: string) =>
      fetch(`${sandbox.url}/v1/payment_methods`, {
        method: "OPTIONS",
        headers: { Origin: origin, "Access-Control-Request-Method": "POST" },
      });
    expect((await preflight("http://localhost:3000")).headers.get("access-control-allow-origin")).toBe(
      "http://localhost:3000",
    );
    expect((await preflight("https://evil.example")).headers.get("access-control-allow-origin")).toBeNull();
  });
});

it("a server may not send card numbers", async () => {
  const failure = await failureOf(
    sandbox.stripe.paymentMethods.create({
      type: "card",
      card: { number: "4242424242424242", exp_month: 12, exp_year: 2034 },
    }),
  );
  expect(failure.statusCode).toBe(402);
});

describe("the control panel", () => {
  it("shows what happened, and nothing that lets anyone in", async () => {
    const customer = await sandbox.stripe.customers.create({ payment_method: "pm_card_visa", name: "<b>bold</b>" });
    const intent = await sandbox.stripe.paymentIntents.create({
      amount: 4_900,
      currency: "eur",
      customer: customer.id,
    });
    const page = await (await fetch(`${sandbox.url}/?type=payment_intent`)).text();
    expect(page).toContain(intent.id);
    expect(page).toContain("49.00 EUR");
    expect(page).not.toContain(intent.client_secret);
    expect(page).not.toContain("<script");
  });

  it("makes a card fail and resends an event, from its own pages only", async () => {
    const customer = await sandbox.stripe.customers.create({ payment_method: "pm_card_visa" });
    const card = (await sandbox.stripe.customers.listPaymentMethods(customer.id)).data[0]?.id ?? "";
    const press = (origin: string) =>
      fetch(`${sandbox.url}/panel/payment_methods/${card}/fail_with`, {
        method: "POST",
        headers: { Origin: origin, "Content-Type": "application/x-www-form-urlencoded" },
        body: "decline_code=lost_card",
        redirect: "manual",
      });
    const pay = () =>
      sandbox.stripe.paymentIntents.create({
        amount: 900,
        currency: "eur",
        customer: customer.id,
        payment_method: card,
        off_session: true,
        confirm: true,
      });

    expect((await press("https://evil.example")).status).toBe(403);
    expect((await pay()).status).toBe("succeeded");
    expect((await press(sandbox.url)).status).toBe(303);
    expect((await failureOf(pay())).decline_code).toBe("lost_card");
    const found = await (await fetch(`${sandbox.url}/?customer=${customer.id}`)).text();
    expect(found).toContain('<option value="lost_card" selected>');

    const [event] = (await sandbox.stripe.events.list({ limit: 1 })).data;
    const resent = await fetch(`${sandbox.url}/panel/events/${event?.id}/resend`, {
      method: "POST",
      headers: { Origin: sandbox.url },
      redirect: "manual",
    });
    expect(resent.status).toBe(303);
  });

  it("asks for the secret key when it is locked", async () => {
    const locked = await startTestSandbox({ databaseUrl: sandbox.databaseUrl, isPanelLocked: true });
    expect((await fetch(locked.url)).status).toBe(401);
    await locked.stop();
  });

  it("keeps its API for the secret key", async () => {
    const response = await fetch(`${sandbox.url}/_sandbox/objects`, {
      headers: { Authorization: `Bearer ${PUBLISHABLE_KEY}` },
    });
    expect(response.status).toBe(401);
    expect(await sandbox.control("GET", "nothing")).toMatchObject({ error: { type: "invalid_request_error" } });
  });
});
