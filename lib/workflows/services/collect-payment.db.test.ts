import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";

import { auditEvent, outboxMessage } from "@/db/schema/operations";
import { billingAccount } from "@/db/schema/billing";
import { invoice } from "@/db/schema/invoicing";
import { journalEntry } from "@/db/schema/ledger";
import { paymentAttempt, paymentMethod } from "@/db/schema/payments";
import { platformTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth/actor";
import { type FakeGateway, fakePaymentGateway } from "@/lib/testing/fake-payment-gateway";
import { openInvoice, payableInvoice, subscriptionStatus } from "@/lib/testing/payable-invoice";
import { applyOutcome } from "@/lib/workflows/services/apply-outcome";
import { collectPayment } from "@/lib/workflows/services/collect-payment";
import { payInvoice } from "@/lib/workflows/services/pay-invoice";
import { reconcilePayments } from "@/lib/workflows/services/reconcile-payments";
import { refreshPaymentAttempt } from "@/lib/workflows/services/refresh-payment-attempt";
import { startOnSessionPayment } from "@/lib/workflows/services/start-on-session-payment";

const held = vi.hoisted(() => ({ gateway: null as unknown as FakeGateway }));
vi.mock("@/lib/payments/adapters/payment-gateway-factory", () => ({ paymentGateway: () => held.gateway }));

const CRON: Actor = { kind: "cron" };

beforeEach(() => {
  held.gateway = fakePaymentGateway();
});

const attemptsOf = (invoiceId: string) =>
  platformTransaction((tx) =>
    tx
      .select()
      .from(paymentAttempt)
      .where(eq(paymentAttempt.invoiceId, invoiceId))
      .orderBy(paymentAttempt.attemptNumber),
  );
const firstAttempt = async (invoiceId: string) => {
  const [attempt] = await attemptsOf(invoiceId);
  if (!attempt) throw new Error("no attempt");
  return attempt;
};
const invoiceOf = async (invoiceId: string) => {
  const [row] = await platformTransaction((tx) => tx.select().from(invoice).where(eq(invoice.id, invoiceId)));
  return row;
};
const messagesOf = (organizationId: string, topic: string) =>
  platformTransaction((tx) =>
    tx
      .select()
      .from(outboxMessage)
      .where(sql`${outboxMessage.organizationId} = ${organizationId} and ${outboxMessage.topic} = ${topic}`),
  );
const paymentEntries = (organizationId: string) =>
  platformTransaction((tx) =>
    tx
      .select()
      .from(journalEntry)
      .where(sql`${journalEntry.organizationId} = ${organizationId} and ${journalEntry.kind} = 'payment_received'`),
  );
const age = (invoiceId: string, interval: string) =>
  platformTransaction((tx) =>
    tx.execute(
      sql`update payment_attempt set created_at = created_at - ${interval}::interval where invoice_id = ${invoiceId}`,
    ),
  );
const reconcile = () => {
  const now = new Date();
  return reconcilePayments({ now, deadline: new Date(now.getTime() + 20_000) });
};

describe("collecting an invoice", () => {
  it("charges the default method, books it once and restores a subscription that was past due", async () => {
    const due = await payableInvoice();
    held.gateway.plan = ["decline", "succeed"];

    expect(await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 })).toBe("failed");
    expect(await subscriptionStatus(due.subscriptionId)).toBe("past_due");
    expect(await firstAttempt(due.invoiceId)).toMatchObject({
      status: "failed",
      failureCode: "card_declined",
      declineCode: "insufficient_funds",
    });
    expect(await messagesOf(due.organizationId, "payment.failed")).toHaveLength(1);

    expect(await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 2 })).toBe("paid");
    expect(await subscriptionStatus(due.subscriptionId)).toBe("active");
    expect(await invoiceOf(due.invoiceId)).toMatchObject({ status: "paid", amountPaidMinor: due.totalMinor });
    expect(await messagesOf(due.organizationId, "invoice.paid")).toHaveLength(1);
    expect(await paymentEntries(due.organizationId)).toHaveLength(1);

    expect(await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 2 })).toBe("exists");
    expect(await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 3 })).toBe("not_payable");
    expect(held.gateway.taken()).toEqual([due.totalMinor]);
  });

  it("makes one attempt and one charge when ten collectors come at once", async () => {
    const due = await payableInvoice();
    held.gateway.slow = 50;

    await Promise.all(Array.from({ length: 10 }, () => collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 })));
    expect(held.gateway.taken()).toEqual([due.totalMinor]);
    expect(await attemptsOf(due.invoiceId)).toHaveLength(1);
    expect(await paymentEntries(due.organizationId)).toHaveLength(1);
    expect(await invoiceOf(due.invoiceId)).toMatchObject({ status: "paid" });
  });

  it("stays past due until every refused invoice is paid", async () => {
    const due = await payableInvoice();
    const other = await openInvoice({ ...due, netMinor: 1000 });
    held.gateway.plan = ["decline", "decline"];
    await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 });
    await collectPayment({ invoiceId: other.invoiceId, attemptNumber: 1 });

    await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 2 });
    expect(await subscriptionStatus(due.subscriptionId)).toBe("past_due");
    await collectPayment({ invoiceId: other.invoiceId, attemptNumber: 2 });
    expect(await subscriptionStatus(due.subscriptionId)).toBe("active");
  });

  it("fails plainly without a method, and leaves a sum under the provider's minimum open", async () => {
    const due = await payableInvoice({ hasCard: false });
    expect(await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 })).toBe("failed");
    expect(await firstAttempt(due.invoiceId)).toMatchObject({ status: "failed", failureCode: "no_payment_method" });
    expect(await messagesOf(due.organizationId, "payment.failed")).toHaveLength(1);

    const small = await payableInvoice({ netMinor: 30 });
    expect(await collectPayment({ invoiceId: small.invoiceId, attemptNumber: 1 })).toBe("below_minimum");
    expect(await attemptsOf(small.invoiceId)).toHaveLength(0);
    expect(held.gateway.taken()).toEqual([]);
  });
});

describe("an answer that never came", () => {
  it("is unknown, and is never charged a second time", async () => {
    const due = await payableInvoice();
    held.gateway.plan = ["lost"];
    expect(await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 })).toBe("unknown");
    expect(await subscriptionStatus(due.subscriptionId)).toBe("active");

    expect(await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 })).toBe("exists");
    expect(await invoiceOf(due.invoiceId)).toMatchObject({ status: "paid" });
    expect(held.gateway.taken()).toEqual([due.totalMinor]);
  });

  it("is settled by the next reconciling", async () => {
    const due = await payableInvoice();
    held.gateway.plan = ["lost"];
    await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 });
    await age(due.invoiceId, "2 minutes");

    await reconcile();
    expect(await invoiceOf(due.invoiceId)).toMatchObject({ status: "paid" });
    expect(held.gateway.taken()).toEqual([due.totalMinor]);
  });

  it("is sent again under its own key when the provider never heard of it", async () => {
    const due = await payableInvoice();
    held.gateway.plan = ["unheard"];
    await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 });
    await age(due.invoiceId, "2 minutes");

    await reconcile();
    expect(await attemptsOf(due.invoiceId)).toMatchObject([{ status: "succeeded", attemptNumber: 1 }]);
    expect(held.gateway.taken()).toEqual([due.totalMinor]);
  });

  it("waits out an outage of two hours without a dunning step, and is then collected under a new key", async () => {
    const due = await payableInvoice();
    held.gateway.down = true;
    await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 });
    await age(due.invoiceId, "2 hours");
    expect((await reconcile()).failed).toBeGreaterThan(0);
    expect(await firstAttempt(due.invoiceId)).toMatchObject({ status: "unknown" });

    held.gateway.down = false;
    await reconcile();
    expect(await firstAttempt(due.invoiceId)).toMatchObject({ status: "canceled" });
    const [again] = await messagesOf(due.organizationId, "payment.collect");
    expect(again?.payload).toEqual({ invoiceId: due.invoiceId, attemptNumber: 2 });
    expect(await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 2 })).toBe("paid");
    expect(await subscriptionStatus(due.subscriptionId)).toBe("active");
    expect(held.gateway.taken()).toEqual([due.totalMinor]);
  });

  it.each(["wrong_amount", "other_currency"] as const)("that lies (%s) is flagged once and not booked", async (lie) => {
    const due = await payableInvoice();
    held.gateway.plan = [lie];
    expect(await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 })).toBe("flagged");
    await age(due.invoiceId, "2 minutes");
    await reconcile();

    expect(await invoiceOf(due.invoiceId)).toMatchObject({ status: "open", amountPaidMinor: 0 });
    expect(await paymentEntries(due.organizationId)).toHaveLength(0);
    const flags = await platformTransaction((tx) =>
      tx.select().from(auditEvent).where(eq(auditEvent.action, "payment.flagged")),
    );
    expect(flags.filter((row) => row.organizationId === due.organizationId)).toHaveLength(1);
    expect(await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 })).toBe("waiting");
  });
});

describe("paying in front of the page", () => {
  it("pays with the saved card, and says why when it is refused", async () => {
    const due = await payableInvoice();
    held.gateway.plan = ["decline"];
    const refused = await payInvoice({ actor: due.actor, invoiceId: due.invoiceId });
    expect(refused).toMatchObject({ status: "declined", messageKey: "insufficient_funds", clientSecret: null });
    expect(await subscriptionStatus(due.subscriptionId)).toBe("active");
    expect(await messagesOf(due.organizationId, "payment.failed")).toHaveLength(0);

    expect(await payInvoice({ actor: due.actor, invoiceId: due.invoiceId })).toMatchObject({ status: "paid" });
    await expect(payInvoice({ actor: due.actor, invoiceId: due.invoiceId })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(held.gateway.taken()).toEqual([due.totalMinor]);
  });

  it("settles by what the provider says when the payer comes back from the bank", async () => {
    const due = await payableInvoice();
    held.gateway.plan = ["requires_action"];
    const asked = await payInvoice({ actor: due.actor, invoiceId: due.invoiceId });
    expect(asked).toMatchObject({ status: "requires_action", nextActionUrl: "https://bank.example/3ds" });

    const { attemptId } = asked;
    expect(await refreshPaymentAttempt({ actor: due.actor, attemptId })).toMatchObject({ status: "requires_action" });
    const { providerPaymentIntentId } = await firstAttempt(due.invoiceId);
    held.gateway.confirm(providerPaymentIntentId ?? "");
    expect(await refreshPaymentAttempt({ actor: due.actor, attemptId })).toMatchObject({ status: "paid" });
    expect(await invoiceOf(due.invoiceId)).toMatchObject({ status: "paid" });
  });

  it("cancels at the provider what the bank refused to confirm, before it is called declined", async () => {
    const due = await payableInvoice();
    held.gateway.plan = ["requires_action"];
    const { attemptId } = await payInvoice({ actor: due.actor, invoiceId: due.invoiceId });
    const { providerPaymentIntentId: intentId } = await firstAttempt(due.invoiceId);
    held.gateway.confirm(intentId ?? "", "decline");

    expect(await refreshPaymentAttempt({ actor: due.actor, attemptId })).toMatchObject({ status: "declined" });
    expect(held.gateway.intents.get(intentId ?? "")).toMatchObject({ status: "canceled" });
  });

  it("takes a new card, keeps it as the default, and forgives a first refusal on the same page", async () => {
    const due = await payableInvoice();
    const page = await startOnSessionPayment({ actor: due.actor, invoiceId: due.invoiceId });
    expect(page).toMatchObject({ amountMinor: due.totalMinor, currency: "EUR" });
    const intentId = page.clientSecret.replace("_secret", "");

    held.gateway.confirm(intentId, "decline");
    expect(await refreshPaymentAttempt({ actor: due.actor, intentId })).toMatchObject({
      status: "requires_action",
      messageKey: "insufficient_funds",
      clientSecret: page.clientSecret,
    });
    held.gateway.confirm(intentId);
    expect(await refreshPaymentAttempt({ actor: due.actor, intentId })).toMatchObject({ status: "paid" });

    const methods = await platformTransaction((tx) =>
      tx.select().from(paymentMethod).where(eq(paymentMethod.organizationId, due.organizationId)),
    );
    expect(methods.filter((row) => row.isDefault)).toMatchObject([{ providerPaymentMethodId: `pm_of_${intentId}` }]);
  });

  it("opened again cancels the page before, and a collection waits for whoever is paying", async () => {
    const due = await payableInvoice();
    const first = await startOnSessionPayment({ actor: due.actor, invoiceId: due.invoiceId });
    const second = await startOnSessionPayment({ actor: due.actor, invoiceId: due.invoiceId });
    expect(second.attemptId).not.toBe(first.attemptId);
    expect((await attemptsOf(due.invoiceId)).map((row) => row.status)).toEqual(["canceled", "requires_action"]);

    const collect = () => collectPayment({ invoiceId: due.invoiceId, attemptNumber: 3 });
    await expect(collect()).rejects.toMatchObject({ code: "payment_unknown" });
    await age(due.invoiceId, "16 minutes");
    expect(await collect()).toBe("paid");
    expect(held.gateway.taken()).toEqual([due.totalMinor]);
  });

  it("shows nothing of another organization's attempt or invoice", async () => {
    const due = await payableInvoice();
    const stranger = await payableInvoice();
    const { attemptId } = await startOnSessionPayment({ actor: due.actor, invoiceId: due.invoiceId });
    const { actor } = stranger;

    await expect(refreshPaymentAttempt({ actor, attemptId })).rejects.toMatchObject({ code: "not_found" });
    await expect(payInvoice({ actor, invoiceId: due.invoiceId })).rejects.toMatchObject({ code: "not_found" });
    await expect(startOnSessionPayment({ actor, invoiceId: due.invoiceId })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("turns money that nobody owed any more into credit balance", async () => {
    const due = await payableInvoice();
    const { attemptId, clientSecret } = await startOnSessionPayment({ actor: due.actor, invoiceId: due.invoiceId });
    const intentId = clientSecret.replace("_secret", "");
    await applyOutcome({ attemptId, outcome: { status: "canceled" }, actor: CRON });
    await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 2 });

    held.gateway.confirm(intentId);
    const outcome = await held.gateway.retrieveIntent(intentId);
    expect(await applyOutcome({ attemptId, outcome, actor: CRON })).toMatchObject({ kind: "credited" });
    const [account] = await platformTransaction((tx) =>
      tx.select().from(billingAccount).where(eq(billingAccount.id, due.accountId)),
    );
    expect(account?.creditBalanceMinor).toBe(due.totalMinor);
    expect(await paymentEntries(due.organizationId)).toHaveLength(2);
  });
});
