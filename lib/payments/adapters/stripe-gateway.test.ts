import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { amountMinor } from "@/lib/core/money";
import { createStripeClient } from "@/lib/payments/adapters/stripe-client";
import { createStripeGateway } from "@/lib/payments/adapters/stripe-gateway";
import type { ChargeRequest, PaymentGateway } from "@/lib/payments/payment-gateway";

type Answer = { status?: number; body?: unknown; raw?: string; hang?: boolean; cut?: boolean };
type Seen = { method: string; path: string; body: string; key: string | undefined };

let answers: Answer[] = [];
let seen: Seen[] = [];
const server = createServer((request, response) => void reply(request, response));
let gateway: PaymentGateway;

async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const key = request.headers["idempotency-key"];
  seen.push({
    method: request.method ?? "",
    path: request.url ?? "",
    body: decodeURIComponent(Buffer.concat(chunks).toString()),
    key: Array.isArray(key) ? key[0] : key,
  });
  const answer = answers.shift() ?? {
    status: 500,
    body: { error: { type: "api_error", message: "no answer planned" } },
  };
  if (answer.hang) return;
  if (answer.cut) {
    request.socket.destroy();
    return;
  }
  response.writeHead(answer.status ?? 200, { "content-type": "application/json" });
  response.end(answer.raw ?? JSON.stringify(answer.body));
}

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const stripe = createStripeClient({ secretKey: "sk_test_0", apiBase: `http://127.0.0.1:${port}`, timeoutMs: 300 });
  gateway = createStripeGateway(stripe, { provider: "stripe_test", isLive: false });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  answers = [];
  seen = [];
});

const request: ChargeRequest = {
  idempotencyKey: "invoice:1:attempt:1",
  providerCustomerId: "cus_1",
  providerPaymentMethodId: "pm_1",
  amountMinor: amountMinor(3596),
  currency: "EUR",
  session: "off_session",
  reference: { organizationId: "o", invoiceId: "i", attemptId: "a" },
  description: "NC-2026-000001",
};

const intent = (change: object = {}) => ({
  id: "pi_1",
  object: "payment_intent",
  status: "succeeded",
  amount: 3596,
  amount_received: 3596,
  currency: "eur",
  created: 1_770_000_000,
  customer: "cus_1",
  client_secret: "pi_1_secret",
  latest_charge: "ch_1",
  payment_method: { id: "pm_1", object: "payment_method", type: "card", card: { brand: "visa", last4: "4242" } },
  last_payment_error: null,
  next_action: null,
  metadata: { organization_id: "o", invoice_id: "i", attempt_id: "a" },
  ...change,
});

describe("charging", () => {
  it("asks once, under the attempt's key, and reads what was received", async () => {
    answers = [{ body: intent() }];
    expect(await gateway.charge(request)).toEqual({
      status: "succeeded",
      providerPaymentIntentId: "pi_1",
      providerChargeId: "ch_1",
      providerCustomerId: "cus_1",
      amountMinor: 3596,
      currency: "EUR",
      clientSecret: "pi_1_secret",
      providerAt: new Date(1_770_000_000_000),
      reference: { organizationId: "o", invoiceId: "i", attemptId: "a" },
      paymentMethod: {
        providerPaymentMethodId: "pm_1",
        providerCustomerId: null,
        kind: "card",
        brand: "visa",
        last4: "4242",
        expiryMonth: null,
        expiryYear: null,
      },
    });
    expect(seen).toMatchObject([{ method: "POST", path: "/v1/payment_intents", key: request.idempotencyKey }]);
    expect(seen[0]?.body).toContain("off_session=true");
    expect(seen[0]?.body).toContain("allowed_payment_method_types[0]=card");
    expect(seen[0]?.body).not.toContain("payment_method_types[0]=card&payment_method_types");
  });

  it("reads a refusal with its codes, and the payment it belongs to", async () => {
    const error = {
      type: "card_error",
      code: "card_declined",
      decline_code: "insufficient_funds",
      message: "No funds.",
    };
    const failed = intent({ status: "requires_payment_method", amount_received: 0, last_payment_error: error });
    answers = [{ status: 402, body: { error: { ...error, payment_intent: failed } } }];
    expect(await gateway.charge(request)).toMatchObject({
      status: "failed",
      providerPaymentIntentId: "pi_1",
      decline: { code: "card_declined", declineCode: "insufficient_funds", message: "No funds." },
    });
  });

  it.each<[string, Answer]>([
    ["a time-out", { hang: true }],
    ["a cut line", { cut: true }],
    ["a 500", { status: 500, body: { error: { type: "api_error", message: "oops" } } }],
    [
      "another request under the same key",
      { status: 400, body: { error: { type: "idempotency_error", message: "x" } } },
    ],
    ["a key in use", { status: 409, body: { error: { type: "idempotency_error", code: "idempotency_key_in_use" } } }],
    ["too many requests", { status: 429, body: { error: { type: "invalid_request_error", code: "rate_limit" } } }],
    ["a refused key", { status: 401, body: { error: { type: "invalid_request_error", message: "bad key" } } }],
    ["a 200 that is not JSON", { raw: "<html>" }],
    ["a 200 of another shape", { body: { id: "pi_1", object: "payment_intent", status: "paid" } }],
    ["a fractional amount", { body: intent({ amount_received: 35.96 }) }],
    ["an amount as text", { body: intent({ amount_received: "3596" }) }],
  ])("after %s does not know", async (_name, answer) => {
    answers = [answer, answer];
    expect(await gateway.charge(request)).toMatchObject({ status: "unknown" });
  });

  it("blames the payer for a method that is gone, and ourselves for any other wrong request", async () => {
    const missing = {
      type: "invalid_request_error",
      code: "resource_missing",
      param: "payment_method",
      message: "No such",
    };
    answers = [{ status: 404, body: { error: missing } }];
    expect(await gateway.charge(request)).toMatchObject({ status: "failed", decline: { code: "resource_missing" } });
    answers = [{ status: 400, body: { error: { type: "invalid_request_error", param: "amont", message: "unknown" } } }];
    expect(await gateway.charge(request)).toMatchObject({ status: "canceled", decline: { code: "invalid_request" } });
  });
});

describe("asking", () => {
  it("reads a payment waiting for a card as waiting, and one that cannot be read as unknown", async () => {
    answers = [{ body: intent({ status: "requires_payment_method", amount_received: 0, payment_method: null }) }];
    expect(await gateway.retrieveIntent("pi_1")).toMatchObject({ status: "requires_action", amountMinor: 3596 });
    answers = [{ status: 404, body: { error: { type: "invalid_request_error", code: "resource_missing" } } }];
    expect(await gateway.retrieveIntent("pi_1")).toEqual({ status: "unknown" });
  });

  it("finds an attempt's payment among the customer's, over pages, or says there is none", async () => {
    const other = intent({ id: "pi_0", metadata: {} });
    const search = { providerCustomerId: "cus_1", attemptId: "a", since: new Date("2026-02-01T00:00:00Z") };
    answers = [
      { body: { object: "list", data: [other], has_more: true, url: "/v1/payment_intents" } },
      { body: { object: "list", data: [intent()], has_more: false, url: "/v1/payment_intents" } },
    ];
    expect(await gateway.findIntentByAttempt(search)).toMatchObject({ providerPaymentIntentId: "pi_1" });
    answers = [{ body: { object: "list", data: [other], has_more: false, url: "/v1/payment_intents" } }];
    expect(await gateway.findIntentByAttempt(search)).toBeNull();
    answers = [
      { status: 500, body: {} },
      { status: 500, body: {} },
    ];
    await expect(gateway.findIntentByAttempt(search)).rejects.toMatchObject({ code: "provider_unavailable" });
  });

  it("answers a cancelling that came too late with what happened", async () => {
    const late = { type: "invalid_request_error", code: "payment_intent_unexpected_state", message: "succeeded" };
    answers = [{ status: 400, body: { error: late } }, { body: intent() }];
    expect(await gateway.cancelIntent("pi_1")).toMatchObject({ status: "succeeded" });
  });

  it("says of calls that move nothing which error it was", async () => {
    answers = [{ status: 404, body: { error: { type: "invalid_request_error", code: "resource_missing" } } }];
    await expect(gateway.retrieveSetupIntent("seti_1")).rejects.toMatchObject({ code: "not_found" });
    answers = [{ cut: true }, { cut: true }, { cut: true }];
    await expect(gateway.retrievePaymentMethod("pm_1")).rejects.toMatchObject({ code: "provider_unavailable" });
    answers = [{ body: { id: "seti_1", object: "setup_intent" } }];
    await expect(gateway.retrieveSetupIntent("seti_1")).rejects.toMatchObject({ code: "provider_unavailable" });
    answers = [{ status: 502, body: {} }];
    const customer = { organizationId: "o", name: "Akropol", email: "a@example.gr" };
    await expect(gateway.ensureCustomer(customer)).rejects.toMatchObject({ code: "provider_unavailable" });
  });
});
