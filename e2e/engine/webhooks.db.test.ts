import { NextRequest } from "next/server";
import { eq } from "drizzle-orm";
import Stripe from "stripe";
import { afterAll, beforeAll, expect, it, vi } from "vitest";

import { POST } from "@/app/api/webhooks/stripe/route";
import { webhookEvent } from "@/db/schema/payments";
import { platformTransaction } from "@/db/transaction";
import { booksOf, deliver, payableAtProvider, type Provider, startProvider } from "@/e2e/engine/real-provider";
import { payableInvoice, type PayableInvoice } from "@/lib/testing/payable-invoice";
import { collectPayment } from "@/lib/workflows/services/collect-payment";
import { startOnSessionPayment } from "@/lib/workflows/services/start-on-session-payment";

vi.mock("next/server", async (original) => ({ ...(await original<object>()), after: () => undefined }));

let provider: Provider;
const delivered: string[] = [];

beforeAll(async () => {
  provider = await startProvider(async (request) => {
    delivered.push(await request.clone().text());
    return POST(request);
  });
});
afterAll(() => provider.stop());

const paid = (due: PayableInvoice, attempts = ["succeeded"]) => ({
  status: "paid",
  paidMinor: due.totalMinor,
  attempts,
  entries: 1,
});

/** The same event as the provider would sign and send it now. */
async function send(event: Stripe.Event): Promise<number> {
  const body = JSON.stringify(event);
  const secret = process.env["STRIPE_WEBHOOK_SECRET"] ?? "";
  const headers = { "stripe-signature": Stripe.webhooks.generateTestHeaderString({ payload: body, secret }) };
  return (await POST(new NextRequest("http://localhost/", { method: "POST", headers, body }))).status;
}

/** The events the provider keeps of one payment, oldest first. Its list is newest first. */
async function eventsOf(intentId: string): Promise<Stripe.Event[]> {
  const found: Stripe.Event[] = [];
  for await (const event of provider.stripe.events.list({ limit: 100 })) {
    const object = event.data.object as { id?: string; payment_intent?: string | null };
    if (object.id === intentId || object.payment_intent === intentId) found.unshift(event);
    if (object.id === intentId && event.type === "payment_intent.created") break;
  }
  return found;
}

it("a payment the provider took and told of by its own signed webhook is booked, though its answer was lost", async () => {
  const due = await payableAtProvider(provider);
  await provider.fault({ path: "/v1/payment_intents", mode: "charge_then_500" });
  expect(await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 })).toBe("unknown");
  expect(await booksOf(due)).toEqual({ status: "open", paidMinor: 0, attempts: ["unknown"], entries: 0 });

  await expect.poll(() => delivered.some((body) => body.includes("payment_intent.succeeded"))).toBe(true);
  await expect
    .poll(async () => {
      await deliver();
      return booksOf(due);
    })
    .toEqual(paid(due));
  expect(await provider.taken(due.invoiceId)).toEqual([due.totalMinor]);
});

it("one event sent twenty times at once is stored once and books one payment", async () => {
  const due = await payableAtProvider(provider);
  await provider.fault({ path: "/v1/payment_intents", mode: "charge_then_500" });
  await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 });
  const [charge] = (await provider.stripe.charges.list({ limit: 1 })).data;
  const intentId = charge?.payment_intent;
  if (typeof intentId !== "string") throw new Error("the provider has no such charge");
  const succeeded = (await eventsOf(intentId)).find((event) => event.type === "payment_intent.succeeded");
  if (!succeeded) throw new Error("the provider has no such event");

  const answers = await Promise.all(Array.from({ length: 20 }, () => send(succeeded)));
  expect(new Set(answers)).toEqual(new Set([200]));
  await Promise.all([deliver(), deliver(), deliver()]);
  await expect
    .poll(async () => {
      await deliver();
      return booksOf(due);
    })
    .toEqual(paid(due));

  const stored = await platformTransaction((tx) =>
    tx.select().from(webhookEvent).where(eq(webhookEvent.providerEventId, succeeded.id)),
  );
  expect(stored).toHaveLength(1);
  expect(await provider.taken(due.invoiceId)).toEqual([due.totalMinor]);
});

it("a payment's events end in the same books in every order", { timeout: 120_000 }, async () => {
  for (const order of permutations([0, 1, 2, 3])) {
    const due = await payableInvoice({ hasCard: false });
    const { clientSecret } = await startOnSessionPayment({ actor: due.actor, invoiceId: due.invoiceId });
    const intentId = clientSecret.slice(0, clientSecret.indexOf("_secret_"));
    const confirm = (card: string) => provider.stripe.paymentIntents.confirm(intentId, { payment_method: card });
    await expect(confirm("pm_card_chargeDeclined")).rejects.toMatchObject({ code: "card_declined" });
    await confirm("pm_card_visa");

    const kept = await eventsOf(intentId);
    const told = ["created", "payment_failed", "succeeded"].map((name) =>
      kept.find((event) => event.type === `payment_intent.${name}`),
    );
    const all = [...told, kept.find((event) => event.type === "charge.succeeded")];
    for (const position of order) {
      const event = all[position];
      if (!event) throw new Error(`an event is missing: ${kept.map(({ type }) => type).join()}`);
      expect(await send(event)).toBe(200);
      await deliver();
    }
    expect({ order, books: await booksOf(due) }).toEqual({ order, books: paid(due) });
    expect(await provider.taken(due.invoiceId)).toEqual([due.totalMinor]);
  }
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) =>
    permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  );
}
