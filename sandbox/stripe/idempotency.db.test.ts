import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { failureOf, sdk, startTestSandbox, type TestSandbox } from "@/sandbox/stripe/testing/start-test-sandbox";

let sandbox: TestSandbox;
let other: TestSandbox;
let stripe: Stripe;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  other = await startTestSandbox({ databaseUrl: sandbox.databaseUrl });
  ({ stripe } = sandbox);
});
afterAll(async () => {
  await other.stop();
  await sandbox.stop();
});

const charge = (client: Stripe, idempotencyKey: string, extra: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  client.paymentIntents.create(
    { amount: 1_000, currency: "eur", payment_method: "pm_card_visa", off_session: true, confirm: true, ...extra },
    { idempotencyKey },
  );

describe("an idempotency key", () => {
  it("replays the answer, from another worker too", async () => {
    const first = await charge(stripe, "replay-1");
    const second = await charge(other.stripe, "replay-1");

    expect(second).toEqual(first);
    expect(second.lastResponse.headers).toMatchObject({
      "idempotent-replayed": "true",
      "original-request": first.lastResponse.requestId,
    });
    expect(second.lastResponse.requestId).not.toBe(first.lastResponse.requestId);
  });

  it("replays a decline, without trying again", async () => {
    const decline = () => failureOf(charge(stripe, "replay-402", { payment_method: "pm_card_visa_chargeDeclined" }));
    const [first, second] = [await decline(), await decline()];

    expect(second.statusCode).toBe(402);
    expect(second.charge).toBe(first.charge);
    expect(await stripe.charges.list({ payment_intent: first.payment_intent?.id ?? "" })).toMatchObject({
      data: [{ id: first.charge }],
    });
  });

  it("is refused for other parameters or another endpoint", async () => {
    await charge(stripe, "mismatch");
    const params = await failureOf(charge(stripe, "mismatch", { amount: 1_001 }));
    const endpoint = await failureOf(stripe.customers.create({ name: "x" }, { idempotencyKey: "mismatch" }));

    expect(params).toMatchObject({ statusCode: 400, type: "StripeIdempotencyError" });
    expect(endpoint).toMatchObject({ statusCode: 400, type: "StripeIdempotencyError" });
  });

  it("is in use while the first request is running: 409, on every worker", async () => {
    await sandbox.control("POST", "faults", {
      match: { method: "POST", path: "/v1/payment_intents" },
      mode: "delay",
      delay_ms: 700,
    });
    const running = charge(stripe, "in-flight");
    await new Promise((resolve) => setTimeout(resolve, 250));

    expect(await failureOf(charge(other.stripe, "in-flight"))).toMatchObject({
      statusCode: 409,
      code: "idempotency_key_in_use",
    });
    expect((await running).status).toBe("succeeded");
    expect((await charge(other.stripe, "in-flight")).id).toBe((await running).id);
  });

  it("charges once under a storm", async () => {
    const clients = [stripe, other.stripe];
    const calls = Array.from({ length: 12 }, (_, index) =>
      charge(clients[index % 2] ?? stripe, "storm", { amount: 777 }),
    );
    const results = await Promise.allSettled(calls);
    const ids = new Set(results.flatMap((result) => (result.status === "fulfilled" ? [result.value.id] : [])));

    expect(ids.size).toBe(1);
    const all = await stripe.paymentIntents.list({ limit: 100 });
    expect(all.data.filter((intent) => intent.amount === 777)).toHaveLength(1);
  });

  it("is not spent by a request that was never valid", async () => {
    const bad = await failureOf(
      charge(stripe, "typo", { currncy: "eur" } as Partial<Stripe.PaymentIntentCreateParams>),
    );
    expect(bad.code).toBe("parameter_unknown");
    expect((await charge(stripe, "typo")).status).toBe("succeeded");
  });

  it("survives a restart", async () => {
    const before = await startTestSandbox({ databaseUrl: sandbox.databaseUrl });
    const first = await charge(before.stripe, "restart");
    await before.stop();
    const after = await startTestSandbox({ databaseUrl: sandbox.databaseUrl });
    expect((await charge(after.stripe, "restart")).id).toBe(first.id);
    await after.stop();
  });
});

describe("an injected fault", () => {
  it("error_500 does nothing, and the key can be used again", async () => {
    await sandbox.control("POST", "faults", { match: { path: "/v1/payment_intents" }, mode: "error_500" });
    expect((await failureOf(charge(stripe, "fault-500"))).statusCode).toBe(500);
    expect((await charge(stripe, "fault-500")).status).toBe("succeeded");
  });

  it("charge_then_500 has charged, and the key replays the 500", async () => {
    await sandbox.control("POST", "faults", { match: { path: "/v1/payment_intents" }, mode: "charge_then_500" });
    expect((await failureOf(charge(stripe, "lost-500", { amount: 888 }))).statusCode).toBe(500);
    expect((await failureOf(charge(stripe, "lost-500", { amount: 888 }))).statusCode).toBe(500);

    const all = await stripe.paymentIntents.list({ limit: 100 });
    expect(all.data.filter((intent) => intent.amount === 888)).toMatchObject([{ status: "succeeded" }]);
  });

  it("charge_then_hang has charged, and the key replays the success", async () => {
    await sandbox.control("POST", "faults", {
      match: { path: "/v1/payment_intents" },
      mode: "charge_then_hang",
      delay_ms: 5_000,
    });
    const impatient = sdk(sandbox.port);
    const lost = await failureOf(
      impatient.paymentIntents.create(
        { amount: 999, currency: "eur", payment_method: "pm_card_visa", off_session: true, confirm: true },
        { idempotencyKey: "lost-hang", timeout: 400 },
      ),
    );
    expect(lost.type).toBe("StripeConnectionError");
    expect((await charge(stripe, "lost-hang", { amount: 999 })).status).toBe("succeeded");
    const all = await stripe.paymentIntents.list({ limit: 100 });
    expect(all.data.filter((intent) => intent.amount === 999)).toHaveLength(1);
  });

  it("matches a path with a wildcard, and can be removed", async () => {
    const intent = await stripe.paymentIntents.create({ amount: 500, currency: "eur" });
    await sandbox.control("POST", "faults", {
      match: { method: "GET", path: "/v1/payment_intents/*" },
      mode: "error_500",
      times: 5,
    });
    expect((await failureOf(stripe.paymentIntents.retrieve(intent.id))).statusCode).toBe(500);
    await sandbox.control("DELETE", "faults");
    expect((await stripe.paymentIntents.retrieve(intent.id)).id).toBe(intent.id);
    expect(await sandbox.control("POST", "faults", { mode: "melt" })).toMatchObject({ error: { param: "mode" } });
  });
});
