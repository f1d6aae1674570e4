import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { asc, eq, sql } from "drizzle-orm";
import { NextRequest } from "next/server";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

import { POST } from "@/app/api/webhooks/stripe/route";
import { subscription } from "@/db/schema/billing";
import { invoice, storedFile } from "@/db/schema/invoicing";
import { journalLine } from "@/db/schema/ledger";
import { mailMessage, outboxMessage } from "@/db/schema/operations";
import { testClock } from "@/db/schema/organizations";
import { paymentAttempt, paymentMethod, webhookEvent } from "@/db/schema/payments";
import { loadCatalogues } from "@/db/seed/load-catalogues";
import { loadIssuers } from "@/db/seed/load-issuers";
import { platformTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import { closeDueBillingCycles } from "@/lib/billing/services/close-due-billing-cycles";
import { startSubscription } from "@/lib/billing/services/start-subscription";
import { publicPlanVersions } from "@/lib/catalog/queries/public-plans";
import { newId } from "@/lib/core/ids";
import { closePdfWorker } from "@/lib/invoicing/adapters/pdf/pdf-worker-pool";
import { deliverOutbox } from "@/lib/outbox/services/deliver-outbox";
import { completeCardSetup } from "@/lib/payments/services/complete-card-setup";
import { removePaymentMethod } from "@/lib/payments/services/remove-payment-method";
import { startCardSetup } from "@/lib/payments/services/start-card-setup";
import { sampleOrganization } from "@/lib/testing/sample-organization";
import { workflowHandlers } from "@/lib/workflows/registry";
import { payInvoice } from "@/lib/workflows/services/pay-invoice";
import { refreshPaymentAttempt } from "@/lib/workflows/services/refresh-payment-attempt";
import { settleOpenAttempts } from "@/lib/workflows/services/settle-open-attempts";
import { startOnSessionPayment } from "@/lib/workflows/services/start-on-session-payment";
import { PUBLISHABLE_KEY, startTestSandbox, type TestSandbox } from "@/sandbox/stripe/testing/start-test-sandbox";

vi.mock("next/server", async (original) => ({ ...(await original<object>()), after: () => undefined }));

// The path a customer's money takes, through the official SDK to the Stripe stand-in and back by signed webhooks.
let sandbox: TestSandbox;
let organizationId: string;
let actor: OrganizationActor;
let testClockId: string;
let firstInvoiceId: string;

const webhooks = createServer((request, response) => {
  void (async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = { "stripe-signature": String(request.headers["stripe-signature"]) };
    const body = Buffer.concat(chunks).toString();
    const answer = await POST(
      new NextRequest("http://localhost/api/webhooks/stripe", { method: "POST", headers, body }),
    );
    response.writeHead(answer.status).end();
  })();
});

beforeAll(async () => {
  await new Promise<void>((resolve) => webhooks.listen(0, "127.0.0.1", resolve));
  const { port } = webhooks.address() as AddressInfo;
  sandbox = await startTestSandbox({
    webhookUrl: `http://127.0.0.1:${port}/`,
    webhookSecret: process.env["STRIPE_WEBHOOK_SECRET"] ?? "",
  });
  Object.assign(process.env, {
    STRIPE_SECRET_KEY: PUBLISHABLE_KEY.replace("pk_", "sk_"),
    STRIPE_API_BASE: sandbox.url,
  });

  await loadCatalogues();
  await platformTransaction(loadIssuers);
  testClockId = newId();
  await platformTransaction((tx) =>
    tx.insert(testClock).values({ id: testClockId, name: "path", nowAt: new Date("2026-01-31T09:00:00Z") }),
  );
  ({ organizationId, actor } = await sampleOrganization({ testClockId }));
});
afterAll(async () => {
  await sandbox.stop();
  webhooks.closeAllConnections();
  webhooks.close();
  await closePdfWorker();
});

const card = (number: string) => ({
  "payment_method_data[type]": "card",
  "payment_method_data[card][number]": number,
  "payment_method_data[card][exp_month]": "12",
  "payment_method_data[card][exp_year]": "2034",
  "payment_method_data[card][cvc]": "123",
});

const confirm = (kind: "payment_intents" | "setup_intents", clientSecret: string, number: string) =>
  sandbox.browser("POST", `${kind}/${clientSecret.split("_secret")[0]}/confirm`, {
    client_secret: clientSecret,
    return_url: "http://localhost:3000/done",
    ...card(number),
  });

/** Delivers until nothing is left to do, the provider's events included. */
async function settle(): Promise<void> {
  for (let round = 0; round < 40; round += 1) {
    const run = await deliverOutbox({
      handlers: workflowHandlers,
      limit: 500,
      deadline: new Date(Date.now() + 20_000),
    });
    const unsettled = await settleOpenAttempts({ testClockId });
    if (run.pending === 0 && unsettled === 0 && run.processed === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function closeMonth(day: string): Promise<string> {
  const now = new Date(`${day}T09:00:00Z`);
  await platformTransaction((tx) => tx.update(testClock).set({ nowAt: now }).where(eq(testClock.id, testClockId)));
  const scope = { testClockId };
  const report = await closeDueBillingCycles({ now, limit: 10, scope, actor: { kind: "clock" }, timeLeft: () => true });
  expect(report).toMatchObject({ processed: 1, failed: 0 });
  const [newest] = (await invoices()).slice(-1);
  if (!newest) throw new Error("no invoice");
  return newest.id;
}

const invoices = () =>
  platformTransaction((tx) =>
    tx.select().from(invoice).where(eq(invoice.organizationId, organizationId)).orderBy(asc(invoice.createdAt)),
  );
const invoiceOf = async (id: string) => (await invoices()).find((row) => row.id === id);
const mailsOf = (entityId: string) =>
  platformTransaction((tx) => tx.select().from(mailMessage).where(eq(mailMessage.entityId, entityId)));
const attemptsOf = (invoiceId: string) =>
  platformTransaction((tx) =>
    tx
      .select()
      .from(paymentAttempt)
      .where(eq(paymentAttempt.invoiceId, invoiceId))
      .orderBy(paymentAttempt.attemptNumber),
  );
const status = async () => {
  const [row] = await platformTransaction((tx) =>
    tx.select().from(subscription).where(eq(subscription.organizationId, organizationId)),
  );
  return row?.status;
};
const defaultMethod = async () => {
  const rows = await platformTransaction((tx) =>
    tx.select().from(paymentMethod).where(eq(paymentMethod.organizationId, organizationId)),
  );
  return rows.find((row) => row.isDefault);
};

async function pdfText(fileId: string): Promise<string> {
  const [file] = await platformTransaction((tx) => tx.select().from(storedFile).where(eq(storedFile.id, fileId)));
  const pdf = await getDocument({ data: (file?.content ?? new Uint8Array()).slice(), verbosity: 0 }).promise;
  const content = await (await pdf.getPage(1)).getTextContent();
  await pdf.destroy();
  return content.items
    .map((item) => ("str" in item ? item.str : ""))
    .join("")
    .replaceAll(/\s/g, "");
}

describe("from the first payment on", () => {
  it("a first payment with a new card issues the draft as paid and starts the subscription", async () => {
    const plans = await platformTransaction((tx) => publicPlanVersions(tx, "new-concierge"));
    const starter = plans.find((plan) => plan.planKey === "starter");
    const started = await startSubscription({
      organizationId,
      actor,
      wallClock: new Date(),
      choice: { planVersionId: starter?.id ?? "", interval: "month", withTrial: false },
    });
    expect(started.status).toBe("incomplete");
    firstInvoiceId = started.draftInvoiceId ?? "";

    const { attemptId, clientSecret } = await startOnSessionPayment({ actor, invoiceId: firstInvoiceId });
    const declined = await confirm("payment_intents", clientSecret, "4000000000009995");
    expect(declined.status).toBe(402);
    expect(await refreshPaymentAttempt({ actor, attemptId })).toMatchObject({
      status: "requires_action",
      messageKey: "insufficient_funds",
    });
    expect(await status()).toBe("incomplete");

    expect((await confirm("payment_intents", clientSecret, "4242424242424242")).status).toBe(200);
    expect(await refreshPaymentAttempt({ actor, attemptId })).toMatchObject({ status: "paid" });
    expect(await status()).toBe("active");
    expect(await defaultMethod()).toMatchObject({ brand: "visa", last4: "4242" });
    expect(await invoiceOf(firstInvoiceId)).toMatchObject({ status: "paid", amountPaidMinor: 3596 });
  });

  it("is followed by its PDF and one mail that carries it", async () => {
    await settle();
    const issued = await invoiceOf(firstInvoiceId);
    const text = await pdfText(issued?.pdfFileId ?? "");
    expect(text).toContain(issued?.number ?? "no number");
    expect(text).toContain("35.96");

    expect(await mailsOf(firstInvoiceId)).toMatchObject([
      { topic: "payment-confirmed", adapter: "mailbox", isTest: true, attachmentName: `${issued?.number}.pdf` },
    ]);
    expect((await mailsOf(firstInvoiceId))[0]?.sentAt).not.toBeNull();
  });

  it("a month closes, is collected from the saved card, and is mailed with its PDF and then confirmed", async () => {
    const invoiceId = await closeMonth("2026-02-28");
    await settle();

    expect(await invoiceOf(invoiceId)).toMatchObject({ status: "paid", amountPaidMinor: 3596 });
    expect(await attemptsOf(invoiceId)).toMatchObject([{ status: "succeeded", session: "off_session" }]);
    const mails = await mailsOf(invoiceId);
    expect(mails.map((mail) => mail.topic).toSorted()).toEqual(["invoice-issued", "payment-confirmed"]);
    expect(mails.find((mail) => mail.topic === "invoice-issued")?.attachmentFileId).not.toBeNull();
  });

  it("a refused card leaves it open with a mail that says why, and paying it restores at once", async () => {
    const saved = await defaultMethod();
    const path = `payment_methods/${saved?.providerPaymentMethodId}/fail_with`;
    await sandbox.control("POST", path, { decline_code: "insufficient_funds" });
    const invoiceId = await closeMonth("2026-03-31");
    await settle();

    expect(await status()).toBe("past_due");
    expect(await invoiceOf(invoiceId)).toMatchObject({ status: "open", amountPaidMinor: 0 });
    const [attempt] = await attemptsOf(invoiceId);
    expect(attempt).toMatchObject({ status: "failed", declineCode: "insufficient_funds" });
    const [mail] = await mailsOf(attempt?.id ?? "");
    expect(mail?.topic).toBe("payment-failed");
    expect(mail?.text).toContain("insufficient funds");
    expect(mail?.text).toContain(`/manager/billing/invoices/${invoiceId}`);

    expect(await payInvoice({ actor, invoiceId })).toMatchObject({
      status: "declined",
      messageKey: "insufficient_funds",
    });
    await sandbox.control("POST", path, { decline_code: null });
    expect(await payInvoice({ actor, invoiceId })).toMatchObject({ status: "paid" });
    expect(await status()).toBe("active");
    await settle();
  });

  it("an answer lost after the charge is found by asking, and nothing is charged twice", async () => {
    await sandbox.control("POST", "faults", {
      mode: "charge_then_500",
      match: { method: "POST", path: "/v1/payment_intents" },
    });
    const invoiceId = await closeMonth("2026-04-30");
    await settle();

    expect(await invoiceOf(invoiceId)).toMatchObject({ status: "paid" });
    expect(await attemptsOf(invoiceId)).toMatchObject([{ status: "succeeded" }]);
    const { data } = await sandbox.stripe.paymentIntents.list({ limit: 100 });
    expect(data.filter((intent) => intent.metadata["invoice_id"] === invoiceId)).toHaveLength(1);
  });

  it("another card is saved and becomes the default, the old one goes, and without any the attempt fails plainly", async () => {
    const { setupIntentId, clientSecret } = await startCardSetup({ actor });
    expect((await confirm("setup_intents", clientSecret, "5555555555554444")).status).toBe(200);
    const old = await defaultMethod();
    expect(await completeCardSetup({ actor, setupIntentId, asDefault: true })).toMatchObject({ status: "succeeded" });
    expect(await defaultMethod()).toMatchObject({ brand: "mastercard", last4: "4444" });

    expect(await removePaymentMethod({ actor, paymentMethodId: old?.id ?? "" })).toEqual({ warning: null });
    const last = (await defaultMethod())?.id ?? "";
    expect(await removePaymentMethod({ actor, paymentMethodId: last })).toEqual({ warning: "last_method" });
    const invoiceId = await closeMonth("2026-05-31");
    await settle();
    expect(await attemptsOf(invoiceId)).toMatchObject([{ status: "failed", failureCode: "no_payment_method" }]);
  });

  it("leaves books that balance, nothing undelivered, and the provider's list equal to ours", async () => {
    await settle();
    const balances = await platformTransaction((tx) =>
      tx
        .select({ account: journalLine.account, sum: sql<string>`sum(${journalLine.amountMinor})` })
        .from(journalLine)
        .where(eq(journalLine.organizationId, organizationId))
        .groupBy(journalLine.account),
    );
    const of = (account: string) => Number(balances.find((row) => row.account === account)?.sum ?? 0);
    expect(balances.reduce((sum, row) => sum + Number(row.sum), 0)).toBe(0);
    expect(of("receivable")).toBe(3596);

    const { data } = await sandbox.stripe.paymentIntents.list({ limit: 100 });
    const taken = data.reduce((sum, intent) => sum + intent.amount_received, 0);
    expect(of("cash_at_provider")).toBe(taken);

    const left = await platformTransaction((tx) =>
      tx
        .select()
        .from(outboxMessage)
        .where(sql`${outboxMessage.status} <> 'delivered'`),
    );
    expect(left).toEqual([]);
    const events = await platformTransaction((tx) => tx.select().from(webhookEvent));
    expect(events.length).toBeGreaterThan(5);
    expect(events.every((event) => event.processedAt !== null)).toBe(true);
  });
});
