import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { eq, sql } from "drizzle-orm";
import { NextRequest } from "next/server";
import type Stripe from "stripe";

import { invoice } from "@/db/schema/invoicing";
import { journalEntry } from "@/db/schema/ledger";
import { paymentAttempt } from "@/db/schema/payments";
import { platformTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import { deliverOutbox } from "@/lib/outbox/services/deliver-outbox";
import { createStripeClient } from "@/lib/payments/adapters/stripe-client";
import { completeCardSetup } from "@/lib/payments/services/complete-card-setup";
import { startCardSetup } from "@/lib/payments/services/start-card-setup";
import { env } from "@/lib/platform/env";
import { payableInvoice, type PayableInvoice } from "@/lib/testing/payable-invoice";
import { workflowHandlers } from "@/lib/workflows/registry";
import { reconcilePayments } from "@/lib/workflows/services/reconcile-payments";
import { startStripeSandbox } from "@/sandbox/stripe/server";

/** How long the product waits for an answer in these tests; the real client waits ten seconds. */
export const PATIENCE_MS = 700;

export type Provider = {
  /** Another client of the same account: plays the payer's browser and reads the provider's own books. */
  stripe: Stripe;
  /** Tells the stand-in to misbehave on the calls that match. */
  fault(fault: { path: string; method?: string; mode: string; times?: number; delay_ms?: number }): Promise<void>;
  heal(): Promise<void>;
  /** The money the provider took for an invoice, one entry a charge, in minor units. */
  taken(invoiceId: string): Promise<number[]>;
  stop(): Promise<void>;
};

type Receive = (request: NextRequest) => Promise<Response>;

/**
 * Starts the Stripe stand-in on the test's database and points the product at it: the official SDK, over a socket. With
 * `receive`, the provider's signed events are delivered to it.
 */
export async function startProvider(receive?: Receive): Promise<Provider> {
  const webhooks = receive ? await serveWebhooks(receive) : null;
  const secretKey = process.env["STRIPE_SECRET_KEY"] ?? "";
  const sandbox = await startStripeSandbox({
    port: 0,
    databaseUrl: process.env["DATABASE_URL"] ?? "",
    secretKey,
    publishableKey: process.env["STRIPE_PUBLISHABLE_KEY"] ?? "",
    webhookRetryDelaysMs: [50, 50, 50],
    ...(webhooks ? { webhookUrl: webhooks.url, webhookSecret: process.env["STRIPE_WEBHOOK_SECRET"] ?? "" } : {}),
  });
  process.env["STRIPE_API_BASE"] = sandbox.url;
  const impatient = createStripeClient({ secretKey, apiBase: sandbox.url, timeoutMs: PATIENCE_MS });
  Object.assign(globalThis, { newConciergeStripe: impatient });
  if (env().STRIPE_API_BASE !== sandbox.url) throw new Error("the settings were read before the provider was started");

  const stripe = createStripeClient({ secretKey, apiBase: sandbox.url });
  const control = async (method: string, body?: object): Promise<void> => {
    const response = await fetch(`${sandbox.url}/_sandbox/faults`, {
      method,
      headers: { authorization: `Bearer ${secretKey}`, "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`the stand-in refused a fault: ${await response.text()}`);
  };
  return {
    stripe,
    fault: ({ path, method = "POST", ...fault }) => control("POST", { match: { method, path }, ...fault }),
    heal: () => control("DELETE"),
    taken: (invoiceId) => taken(stripe, invoiceId),
    stop: async () => {
      await sandbox.stop();
      await webhooks?.stop();
    },
  };
}

async function serveWebhooks(receive: Receive): Promise<{ url: string; stop(): Promise<void> }> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = { "stripe-signature": String(request.headers["stripe-signature"]) };
    const body = Buffer.concat(chunks).toString();
    const answered = await receive(new NextRequest("http://localhost/", { method: "POST", headers, body }));
    response.writeHead(answered.status).end();
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function taken(stripe: Stripe, invoiceId: string): Promise<number[]> {
  const found: number[] = [];
  for await (const charge of stripe.charges.list({ limit: 100 })) {
    if (charge.metadata["invoice_id"] === invoiceId && charge.paid) found.push(charge.amount_captured);
  }
  return found;
}

/** Saves a test card as the customer's default, the way the card form does. */
export async function saveCard(provider: Provider, actor: OrganizationActor, card = "pm_card_visa"): Promise<void> {
  const { setupIntentId } = await startCardSetup({ actor });
  await provider.stripe.setupIntents.confirm(setupIntentId, { payment_method: card });
  await completeCardSetup({ actor, setupIntentId, asDefault: true });
}

/** An open invoice of a customer whose card the provider really holds. */
export async function payableAtProvider(provider: Provider, card?: string): Promise<PayableInvoice> {
  const due = await payableInvoice({ hasCard: false });
  await saveCard(provider, due.actor, card);
  return due;
}

/** The cron that delivers what is waiting. */
export const deliver = () =>
  deliverOutbox({ handlers: workflowHandlers, limit: 5000, deadline: new Date(Date.now() + 60_000) });

/** The cron that asks the provider about what is not known; it leaves calls of the last minute alone, so they are aged first. */
export async function reconcile(): Promise<void> {
  await platformTransaction((tx) =>
    tx.execute(sql`update payment_attempt set created_at = created_at - interval '2 minutes'`),
  );
  const now = new Date();
  await reconcilePayments({ now, deadline: new Date(now.getTime() + 60_000) });
}

/** What our books say of an invoice's payment. */
export async function booksOf({ invoiceId, organizationId }: { invoiceId: string; organizationId: string }) {
  return platformTransaction(async (tx) => {
    const [due] = await tx.select().from(invoice).where(eq(invoice.id, invoiceId));
    const attempts = await tx
      .select({ status: paymentAttempt.status })
      .from(paymentAttempt)
      .where(eq(paymentAttempt.invoiceId, invoiceId))
      .orderBy(paymentAttempt.attemptNumber);
    const entries = await tx
      .select({ id: journalEntry.id })
      .from(journalEntry)
      .where(sql`${journalEntry.organizationId} = ${organizationId} and ${journalEntry.kind} = 'payment_received'`);
    return {
      status: due?.status,
      paidMinor: due?.amountPaidMinor,
      attempts: attempts.map((attempt) => attempt.status),
      entries: entries.length,
    };
  });
}
