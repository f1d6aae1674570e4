import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import type Stripe from "stripe";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { eventually, startTestSandbox, type TestSandbox } from "@/sandbox/stripe/testing/start-test-sandbox";

const SECRET = "whsec_0123456789abcdef";

type Received = { body: string; signature: string };

let receiver: Server;
let sandbox: TestSandbox;
let stripe: Stripe;
let received: Received[] = [];
let answers: number[] = [];
let webhookUrl: string;

beforeAll(async () => {
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ body: Buffer.concat(chunks).toString(), signature: String(request.headers["stripe-signature"]) });
      response.writeHead(answers.shift() ?? 200, { Location: "/elsewhere" }).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", () => resolve()));
  webhookUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/api/webhooks/stripe`;
  sandbox = await startTestSandbox({ webhookUrl, webhookSecret: SECRET, webhookRetryDelaysMs: [1_100, 50] });
  ({ stripe } = sandbox);
});
afterAll(async () => {
  await sandbox.stop();
  receiver.closeAllConnections();
  receiver.close();
});
beforeEach(() => {
  received = [];
  answers = [];
});

const verify = ({ body, signature }: Received, secret = SECRET) =>
  stripe.webhooks.constructEvent(body, signature, secret);
const types = () => received.map((one) => (JSON.parse(one.body) as Stripe.Event).type);
const arrivals = (count: number) => eventually(() => (received.length >= count ? received : undefined));

describe("an event", () => {
  it("is signed, says who asked, and tells the story of a payment", async () => {
    const intent = await stripe.paymentIntents.create(
      { amount: 1_200, currency: "eur", payment_method: "pm_card_visa", off_session: true, confirm: true },
      { idempotencyKey: "story" },
    );
    await arrivals(4);
    expect(types().toSorted()).toEqual([
      "charge.succeeded",
      "charge.updated",
      "payment_intent.created",
      "payment_intent.succeeded",
    ]);

    const succeeded = received.map((one) => verify(one)).find((event) => event.type === "payment_intent.succeeded");
    expect(succeeded).toMatchObject({
      api_version: "2026-10-28.endive",
      livemode: false,
      data: { object: { id: intent.id, status: "succeeded" } },
      request: { id: intent.lastResponse.requestId, idempotency_key: "story" },
    });
    expect(() => verify(received[0] ?? { body: "", signature: "" }, "whsec_other")).toThrow(/signature/);

    const stored = await eventually(async () => {
      const event = await stripe.events.retrieve(succeeded?.id ?? "");

      return event.pending_webhooks === 0 ? event : undefined;
    });
    expect(stored.data.object).toMatchObject({ id: intent.id });
  });

  it("tells of a decline, and of nothing that was rolled back", async () => {
    await stripe.paymentIntents
      .create({
        amount: 1_200,
        currency: "eur",
        payment_method: "pm_card_visa_chargeDeclined",
        off_session: true,
        confirm: true,
      })
      .catch(() => undefined);
    await stripe.paymentIntents.create({ amount: 1, currency: "eur" }).catch(() => undefined);
    await arrivals(3);
    expect(types().toSorted()).toEqual(["charge.failed", "payment_intent.created", "payment_intent.payment_failed"]);
  });

  it("carries what changed", async () => {
    const customer = await stripe.customers.create({ name: "before", metadata: { a: "1", b: "2" } });
    await stripe.customers.update(customer.id, { name: "after", metadata: { a: "9" } });
    await arrivals(2);
    const updated = received.map((one) => verify(one)).find((event) => event.type === "customer.updated");

    expect(updated?.data.previous_attributes).toEqual({ name: "before", metadata: { a: "1" } });
  });

  it("is tried again after a failure and after a redirect, with a fresh signature each time", async () => {
    answers = [500, 307];
    const customer = await stripe.customers.create({ name: "retry" });
    await arrivals(3);

    expect(new Set(types())).toEqual(new Set(["customer.created"]));
    const events = received.map((one) => verify(one));
    expect(new Set(events.map((event) => event.id)).size).toBe(1);
    expect(events[0]?.data.object).toMatchObject({ id: customer.id });
    expect(received[1]?.signature).not.toBe(received[0]?.signature);
  });

  it("is given up after the last attempt, and resent on demand", async () => {
    answers = [500, 500, 500];
    await stripe.customers.create({ name: "lost" });
    await arrivals(3);
    const event = verify(received[0] ?? { body: "", signature: "" });
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(received).toHaveLength(3);
    expect((await stripe.events.retrieve(event.id)).pending_webhooks).toBe(1);
    expect((await stripe.events.list({ delivery_success: false })).data.map((one) => one.id)).toContain(event.id);

    expect(await sandbox.control("POST", `events/${event.id}/resend`)).toEqual({ deliveries: 1 });
    await arrivals(4);
    expect(verify(received[3] ?? { body: "", signature: "" }).id).toBe(event.id);
    expect(await sandbox.control("POST", "events/evt_none/resend")).toMatchObject({
      error: { code: "resource_missing" },
    });
  });

  it("is listed by type", async () => {
    const { data } = await stripe.events.list({ types: ["customer.created", "charge.*"], limit: 100 });
    expect(new Set(data.map((event) => event.type))).toEqual(
      new Set(["customer.created", "charge.succeeded", "charge.failed", "charge.updated"]),
    );
    expect((await stripe.events.list({ type: "payment_intent.succeeded" })).data).toHaveLength(1);
  });
});

describe("an endpoint", () => {
  it("gets only what it asked for, and nothing from before it existed", async () => {
    const endpoint = await stripe.webhookEndpoints.create({
      url: `${webhookUrl}/second`,
      enabled_events: ["customer.deleted"],
    });
    expect(endpoint.secret).toMatch(/^whsec_/);
    expect(await stripe.webhookEndpoints.retrieve(endpoint.id)).not.toHaveProperty("secret");

    const customer = await stripe.customers.create({ name: "short-lived" });
    await stripe.customers.del(customer.id);
    await arrivals(3);
    const bySecond = received.filter((one) => {
      try {
        return verify(one, endpoint.secret) !== undefined;
      } catch {
        return false;
      }
    });
    expect(bySecond.map((one) => verify(one, endpoint.secret).type)).toEqual(["customer.deleted"]);

    expect((await stripe.webhookEndpoints.update(endpoint.id, { disabled: true })).status).toBe("disabled");
    expect(await stripe.webhookEndpoints.del(endpoint.id)).toMatchObject({ deleted: true });
    expect((await stripe.webhookEndpoints.list()).data.map((one) => one.url)).toEqual([webhookUrl]);
  });

  it("registered at start is not registered twice", async () => {
    const second = await startTestSandbox({ databaseUrl: sandbox.databaseUrl, webhookUrl, webhookSecret: SECRET });
    expect((await second.stripe.webhookEndpoints.list()).data).toHaveLength(1);
    await second.stop();
  });
});
