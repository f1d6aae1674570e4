import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { idOf } from "@/sandbox/stripe/objects/stored-object";
import { eventually, failureOf, startTestSandbox, type TestSandbox } from "@/sandbox/stripe/testing/start-test-sandbox";

const RETURN_URL = "http://localhost:3000/manager/billing?tab=cards";

let sandbox: TestSandbox;
let stripe: Stripe;
let customer: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  ({ stripe } = sandbox);
  customer = (await stripe.customers.create({ name: "Οδός Ανθέων 7" })).id;
});
afterAll(() => sandbox.stop());

const setup = (paymentMethod: string) =>
  stripe.setupIntents.create({ customer, payment_method: paymentMethod, confirm: true, return_url: RETURN_URL });

/** Opens the bank's page and presses one of its buttons; returns where the browser is sent. */
async function answer(intent: Stripe.SetupIntent | Stripe.PaymentIntent, button: "complete" | "fail"): Promise<URL> {
  const url = intent.next_action?.redirect_to_url?.url ?? "";
  const page = await fetch(url);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain(`${new URL(url).pathname}/${button}`);
  const pressed = await fetch(`${url}/${button}`, { method: "POST", redirect: "manual" });
  expect(pressed.status).toBe(303);

  return new URL(pressed.headers.get("location") ?? "");
}

describe("saving a card", () => {
  it("attaches it to the customer", async () => {
    const intent = await setup("pm_card_visa");
    expect(intent).toMatchObject({ status: "succeeded", usage: "off_session", next_action: null });
    const card = await stripe.paymentMethods.retrieve(idOf(intent.payment_method) ?? "");
    expect(card).toMatchObject({ customer, card: { last4: "4242", brand: "visa" } });
  });

  it.each([
    ["pm_card_visa_chargeDeclined", "card_declined"],
    ["pm_card_chargeDeclinedExpiredCard", "expired_card"],
    ["pm_card_chargeDeclinedIncorrectCvc", "incorrect_cvc"],
  ])("refuses %s with a 402", async (alias, code) => {
    const failure = await failureOf(setup(alias));
    expect(failure).toMatchObject({ statusCode: 402, type: "StripeCardError", code });
    expect(failure.setup_intent).toMatchObject({
      status: "requires_payment_method",
      payment_method: null,
      last_setup_error: { code },
    });
  });

  it("accepts the card that fails only when charged", async () => {
    expect((await setup("pm_card_chargeCustomerFail")).status).toBe("succeeded");
  });

  it("can be canceled, and then not confirmed", async () => {
    const intent = await stripe.setupIntents.create({ customer });
    expect((await stripe.setupIntents.cancel(intent.id)).status).toBe("canceled");
    expect((await failureOf(stripe.setupIntents.confirm(intent.id, { payment_method: "pm_card_visa" }))).code).toBe(
      "setup_intent_unexpected_state",
    );
  });

  it("is listed and updated", async () => {
    const intent = await stripe.setupIntents.create({ customer, metadata: { a: "1" } });
    const updated = await stripe.setupIntents.update(intent.id, { payment_method: "pm_card_visa" });
    expect(updated.status).toBe("requires_confirmation");
    expect((await stripe.setupIntents.list({ customer, limit: 1 })).data[0]?.id).toBe(intent.id);
  });
});

describe("3-D Secure", () => {
  it("saves the card when completed, and the card can then be charged without the customer", async () => {
    const intent = await setup("pm_card_authenticationRequiredOnSetup");
    expect(intent).toMatchObject({
      status: "requires_action",
      next_action: { type: "redirect_to_url", redirect_to_url: { return_url: RETURN_URL } },
    });

    const back = await answer(intent, "complete");
    expect(back.origin + back.pathname).toBe("http://localhost:3000/manager/billing");
    expect(Object.fromEntries(back.searchParams)).toEqual({
      tab: "cards",
      setup_intent: intent.id,
      setup_intent_client_secret: intent.client_secret,
      redirect_status: "succeeded",
    });

    const done = await stripe.setupIntents.retrieve(intent.id);
    expect(done).toMatchObject({ status: "succeeded", next_action: null });
    const payment = await stripe.paymentIntents.create({
      amount: 900,
      currency: "eur",
      customer,
      payment_method: idOf(done.payment_method) ?? "",
      off_session: true,
      confirm: true,
    });
    expect(payment.status).toBe("succeeded");
  });

  it("does not help the card that asks for it every time", async () => {
    const intent = await setup("pm_card_authenticationRequired");
    await answer(intent, "complete");
    const { payment_method } = await stripe.setupIntents.retrieve(intent.id);
    const failure = await failureOf(
      stripe.paymentIntents.create({
        amount: 900,
        currency: "eur",
        customer,
        payment_method: idOf(payment_method) ?? "",
        off_session: true,
        confirm: true,
      }),
    );
    expect(failure.code).toBe("authentication_required");

    const onSession = await stripe.paymentIntents.confirm(failure.payment_intent?.id ?? "", {
      payment_method: idOf(payment_method) ?? "",
      return_url: RETURN_URL,
    });
    expect(onSession.status).toBe("requires_action");
    const back = await answer(onSession, "complete");
    expect(back.searchParams.get("payment_intent")).toBe(onSession.id);
    expect(back.searchParams.get("redirect_status")).toBe("succeeded");
    expect((await stripe.paymentIntents.retrieve(onSession.id)).status).toBe("succeeded");
  });

  it("failed leaves the intent open with its error and no charge", async () => {
    const pay = () =>
      stripe.paymentIntents.create({
        amount: 900,
        currency: "eur",
        customer,
        payment_method: "pm_card_threeDSecure2Required",
        confirm: true,
        return_url: RETURN_URL,
      });
    const payment = await pay();
    const back = await answer(payment, "fail");
    expect(back.searchParams.get("redirect_status")).toBe("failed");
    expect(await stripe.paymentIntents.retrieve(payment.id)).toMatchObject({
      status: "requires_payment_method",
      latest_charge: null,
      last_payment_error: { code: "payment_intent_authentication_failure" },
    });

    const saving = await setup("pm_card_authenticationRequired");
    expect((await answer(saving, "fail")).searchParams.get("redirect_status")).toBe("failed");
    expect(await stripe.setupIntents.retrieve(saving.id)).toMatchObject({
      status: "requires_payment_method",
      last_setup_error: { code: "setup_intent_authentication_failure" },
    });
  });

  it("completed can still be declined by the issuer", async () => {
    const payment = await stripe.paymentIntents.create({
      amount: 900,
      currency: "eur",
      payment_method: "pm_card_authenticationRequiredChargeDeclinedInsufficientFunds",
      confirm: true,
      return_url: RETURN_URL,
    });
    expect((await answer(payment, "complete")).searchParams.get("redirect_status")).toBe("failed");
    const after = await stripe.paymentIntents.retrieve(payment.id);
    expect(after.last_payment_error?.decline_code).toBe("insufficient_funds");
  });

  it("is answered once only, and a guessed address shows nothing", async () => {
    const intent = await setup("pm_card_authenticationRequired");
    const url = intent.next_action?.redirect_to_url?.url ?? "";
    await answer(intent, "complete");
    const again = await fetch(`${url}/fail`, { method: "POST", redirect: "manual" });
    expect([again.status, await again.text()]).toEqual([200, expect.stringContaining("Nothing left to confirm")]);
    expect((await stripe.setupIntents.retrieve(intent.id)).status).toBe("succeeded");

    const open = await setup("pm_card_authenticationRequired");
    const guessed = `${sandbox.url}/3ds/${open.id}/${"x".repeat(32)}`;
    await fetch(`${guessed}/complete`, { method: "POST", redirect: "manual" });
    expect((await stripe.setupIntents.retrieve(open.id)).status).toBe("requires_action");
    expect((await fetch(`${sandbox.url}/3ds/seti_none/abc`)).status).toBe(404);
  });

  it("can be overtaken by another card", async () => {
    const intent = await setup("pm_card_authenticationRequired");
    const done = await stripe.setupIntents.confirm(intent.id, {
      payment_method: "pm_card_visa",
      return_url: RETURN_URL,
    });
    expect(done.status).toBe("succeeded");
    await eventually(async () => (await fetch(intent.next_action?.redirect_to_url?.url ?? "")).ok || undefined);
  });
});
