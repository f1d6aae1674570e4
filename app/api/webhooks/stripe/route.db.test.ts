import { NextRequest } from "next/server";
import { eq, sql } from "drizzle-orm";
import Stripe from "stripe";
import { beforeEach, describe, expect, it, vi } from "vitest";

import { POST } from "@/app/api/webhooks/stripe/route";
import { invoice } from "@/db/schema/invoicing";
import { journalEntry } from "@/db/schema/ledger";
import { outboxMessage } from "@/db/schema/operations";
import { paymentAttempt, paymentMethod, webhookEvent } from "@/db/schema/payments";
import { platformTransaction } from "@/db/transaction";
import { newId } from "@/lib/core/ids";
import { deliverOutbox } from "@/lib/outbox/services/deliver-outbox";
import type { PaymentOutcome } from "@/lib/payments/payment-gateway";
import { startCardSetup } from "@/lib/payments/services/start-card-setup";
import { fakeCard, type FakeGateway, fakePaymentGateway } from "@/lib/testing/fake-payment-gateway";
import { payableInvoice, type PayableInvoice } from "@/lib/testing/payable-invoice";
import { workflowHandlers } from "@/lib/workflows/registry";
import { collectPayment } from "@/lib/workflows/services/collect-payment";
import { startOnSessionPayment } from "@/lib/workflows/services/start-on-session-payment";

const held = vi.hoisted(() => ({ gateway: null as unknown as FakeGateway }));
vi.mock("@/lib/payments/adapters/payment-gateway-factory", () => ({ paymentGateway: () => held.gateway }));
vi.mock("next/server", async (original) => ({ ...(await original<object>()), after: () => undefined }));

const SECRET = process.env["STRIPE_WEBHOOK_SECRET"] ?? "";

beforeEach(() => {
  held.gateway = fakePaymentGateway();
});

type Event = { id?: string; type: string; objectId: string; customer?: string; account?: string };

function eventBody({ id = `evt_${newId()}`, type, objectId, customer, account }: Event): string {
  const object = { id: objectId, object: type.split(".")[0], ...(customer ? { customer } : {}) };
  const created = Math.floor(Date.now() / 1000);
  return JSON.stringify({ id, object: "event", type, created, data: { object }, ...(account ? { account } : {}) });
}

async function post(body: string, options: { signed?: string; secondsAgo?: number; header?: string } = {}) {
  const timestamp = Math.floor(Date.now() / 1000) - (options.secondsAgo ?? 0);
  const signature = Stripe.webhooks.generateTestHeaderString({
    payload: options.signed ?? body,
    secret: SECRET,
    timestamp,
  });
  const headers = { "stripe-signature": options.header ?? signature };
  return (await POST(new NextRequest("http://localhost/api/webhooks/stripe", { method: "POST", headers, body })))
    .status;
}

const work = () => deliverOutbox({ handlers: workflowHandlers, limit: 500, deadline: new Date(Date.now() + 20_000) });

const eventRows = () => platformTransaction((tx) => tx.select().from(webhookEvent));

async function stateOf({ invoiceId, organizationId }: PayableInvoice) {
  return platformTransaction(async (tx) => {
    const [due] = await tx.select().from(invoice).where(eq(invoice.id, invoiceId));
    const attempts = await tx.select().from(paymentAttempt).where(eq(paymentAttempt.invoiceId, invoiceId));
    const entries = await tx
      .select()
      .from(journalEntry)
      .where(sql`${journalEntry.organizationId} = ${organizationId} and ${journalEntry.kind} = 'payment_received'`);
    const paid = await tx
      .select()
      .from(outboxMessage)
      .where(eq(outboxMessage.key, `invoice.paid:${invoiceId}`));
    return {
      status: due?.status,
      paidMinor: due?.amountPaidMinor,
      attempts: attempts.map((attempt) => attempt.status),
      entries: entries.length,
      messages: paid.length,
    };
  });
}

describe("what is refused", () => {
  const body = eventBody({ type: "payment_intent.succeeded", objectId: "pi_1" });

  it("a bad signature, a stale or future one, another body's, another account's: 400 and no trace", async () => {
    const before = (await eventRows()).length;
    expect(await post(body, { header: "t=1,v1=00" })).toBe(400);
    expect(await post(body, { header: "" })).toBe(400);
    expect(await post(body, { secondsAgo: 360 })).toBe(400);
    expect(await post(body, { secondsAgo: -3600 })).toBe(400);
    expect(await post(body, { signed: `${body} ` })).toBe(400);
    expect(await post("not json")).toBe(400);
    expect(await post(eventBody({ type: "payment_intent.succeeded", objectId: "pi_1", account: "acct_1" }))).toBe(400);
    expect(await eventRows()).toHaveLength(before);
  });

  it("five megabytes: 413", async () => {
    expect(await post("x".repeat(5_000_000))).toBe(413);
  });

  it("a kind we have no use for is answered and forgotten", async () => {
    const before = (await eventRows()).length;
    expect(await post(eventBody({ type: "customer.created", objectId: "cus_1" }))).toBe(200);
    expect(await eventRows()).toHaveLength(before);
  });
});

describe("a payment's events", () => {
  it("delivered twenty times at once have one effect", async () => {
    const due = await payableInvoice();
    held.gateway.plan = ["lost"];
    await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 });
    const [objectId = ""] = held.gateway.intents.keys();
    const body = eventBody({ type: "payment_intent.succeeded", objectId });

    const answers = await Promise.all(Array.from({ length: 20 }, () => post(body)));
    expect(new Set(answers)).toEqual(new Set([200]));
    expect((await eventRows()).filter((row) => row.objectId === objectId)).toHaveLength(1);
    await Promise.all([work(), work(), work()]);
    expect(await stateOf(due)).toEqual({
      status: "paid",
      paidMinor: due.totalMinor,
      attempts: ["succeeded"],
      entries: 1,
      messages: 1,
    });
    expect((await eventRows()).filter((row) => row.processedAt === null)).toHaveLength(0);
  });

  it("twenty different events of one payment, worked on by four at once, book it once", async () => {
    const due = await payableInvoice();
    held.gateway.plan = ["lost"];
    await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 });
    const [objectId = ""] = held.gateway.intents.keys();
    for (let n = 0; n < 20; n += 1) await post(eventBody({ type: "payment_intent.succeeded", objectId }));
    await Promise.all([work(), work()]);
    expect(await stateOf(due)).toMatchObject({ status: "paid", paidMinor: due.totalMinor, entries: 1, messages: 1 });
  });

  it("end the same in every order, and with every state the provider is read in on the way", async () => {
    const types = ["created", "processing", "payment_failed", "succeeded"];
    for (const order of permutations(types)) {
      held.gateway = fakePaymentGateway();
      const due = await payableInvoice();
      const { clientSecret } = await startOnSessionPayment({ actor: due.actor, invoiceId: due.invoiceId });
      const intentId = clientSecret.replace("_secret", "");
      const states: Record<string, () => void> = {
        created: () => undefined,
        processing: () => held.gateway.confirm(intentId, "processing"),
        payment_failed: () => held.gateway.confirm(intentId, "decline"),
        succeeded: () => held.gateway.confirm(intentId),
      };
      // The provider lives through its own order; the events of it arrive in another, each worked on at some moment.
      for (const [moment, state] of types.entries()) {
        states[state]?.();
        await post(eventBody({ type: `payment_intent.${order[moment]}`, objectId: intentId }));
        await work();
      }
      expect({ order, ...(await stateOf(due)) }).toEqual({
        order,
        status: "paid",
        paidMinor: due.totalMinor,
        attempts: ["succeeded"],
        entries: 1,
        messages: 1,
      });
    }
  });

  it("an old state read late undoes nothing", async () => {
    const due = await payableInvoice();
    await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 });
    const [intentId = ""] = held.gateway.intents.keys();
    const stale: Partial<PaymentOutcome>[] = [
      { status: "processing" },
      { status: "failed", decline: { code: "card_declined", declineCode: null, message: "" } },
      { status: "canceled" },
    ];
    for (const change of stale) {
      held.gateway.change(intentId, change);
      await post(eventBody({ type: "payment_intent.processing", objectId: intentId }));
      await work();
    }
    expect(await stateOf(due)).toMatchObject({ status: "paid", attempts: ["succeeded"], entries: 1 });
  });

  it("may overtake the answer of the call that caused them", async () => {
    const due = await payableInvoice();
    held.gateway.onCharged = async (objectId) => {
      await post(eventBody({ type: "payment_intent.succeeded", objectId }));
      await work();
    };
    expect(await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 })).toBe("ignored");
    expect(await stateOf(due)).toMatchObject({ status: "paid", attempts: ["succeeded"], entries: 1, messages: 1 });
  });

  it("of a payment made for another customer settle nothing and are flagged", async () => {
    const due = await payableInvoice();
    held.gateway.plan = ["lost"];
    await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 });
    const [intentId = ""] = held.gateway.intents.keys();
    held.gateway.change(intentId, { providerCustomerId: "cus_of_someone_else" });
    await post(eventBody({ type: "payment_intent.succeeded", objectId: intentId }));
    await work();
    expect(await stateOf(due)).toMatchObject({ status: "open", paidMinor: 0, attempts: ["unknown"], entries: 0 });
  });

  it("wait while the provider cannot be read", async () => {
    const due = await payableInvoice();
    held.gateway.plan = ["lost"];
    await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 });
    const [objectId = ""] = held.gateway.intents.keys();
    held.gateway.down = true;
    await post(eventBody({ type: "payment_intent.succeeded", objectId }));
    await work();
    expect(await stateOf(due)).toMatchObject({ status: "open", attempts: ["unknown"] });
    expect((await eventRows()).find((row) => row.objectId === objectId)?.processedAt).toBeNull();

    held.gateway.down = false;
    await platformTransaction((tx) => tx.update(outboxMessage).set({ availableAt: sql`now()` }));
    await work();
    expect(await stateOf(due)).toMatchObject({ status: "paid", entries: 1 });
  });
});

it("keeps a card whose payer never came back from the bank", async () => {
  const due = await payableInvoice({ hasCard: false });
  const { setupIntentId } = await startCardSetup({ actor: due.actor });
  const customer = `cus_${due.organizationId}`;
  const setup = held.gateway.setups.get(setupIntentId);
  if (!setup) throw new Error("no setup");
  held.gateway.setups.set(setupIntentId, {
    ...setup,
    status: "succeeded",
    paymentMethod: fakeCard(`pm_${setupIntentId}`, customer),
  });

  await post(eventBody({ type: "setup_intent.succeeded", objectId: setupIntentId, customer }));
  await post(eventBody({ type: "setup_intent.succeeded", objectId: setupIntentId, customer }));
  await work();
  const methods = await platformTransaction((tx) =>
    tx.select().from(paymentMethod).where(eq(paymentMethod.organizationId, due.organizationId)),
  );
  expect(methods).toMatchObject([{ providerPaymentMethodId: `pm_${setupIntentId}`, isDefault: true }]);
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) =>
    permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  );
}
