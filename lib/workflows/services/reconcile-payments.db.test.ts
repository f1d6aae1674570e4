import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";

import { invoice } from "@/db/schema/invoicing";
import { outboxMessage } from "@/db/schema/operations";
import { paymentAttempt } from "@/db/schema/payments";
import { platformTransaction } from "@/db/transaction";
import { type FakeGateway, fakePaymentGateway } from "@/lib/testing/fake-payment-gateway";
import { payableInvoice } from "@/lib/testing/payable-invoice";
import { reconcilePayments } from "@/lib/workflows/services/reconcile-payments";
import { startOnSessionPayment } from "@/lib/workflows/services/start-on-session-payment";

const held = vi.hoisted(() => ({ gateway: null as unknown as FakeGateway }));
vi.mock("@/lib/payments/adapters/payment-gateway-factory", () => ({ paymentGateway: () => held.gateway }));

beforeEach(() => {
  held.gateway = fakePaymentGateway();
});

const reconcile = () => {
  const now = new Date();
  return reconcilePayments({ now, deadline: new Date(now.getTime() + 20_000) });
};
const statusOf = async (invoiceId: string) => {
  const [row] = await platformTransaction((tx) => tx.select().from(invoice).where(eq(invoice.id, invoiceId)));
  return row?.status;
};
const attemptsOf = (invoiceId: string) =>
  platformTransaction((tx) => tx.select().from(paymentAttempt).where(eq(paymentAttempt.invoiceId, invoiceId)));
const age = (invoiceId: string, interval: string) =>
  platformTransaction((tx) =>
    tx.execute(
      sql`update payment_attempt set created_at = now() - ${interval}::interval where invoice_id = ${invoiceId}`,
    ),
  );

describe("reconciling", () => {
  it("books what was paid on a page nobody came back from, though every webhook was lost", async () => {
    const due = await payableInvoice();
    const { clientSecret } = await startOnSessionPayment({ actor: due.actor, invoiceId: due.invoiceId });
    held.gateway.confirm(clientSecret.replace("_secret", ""));

    expect(await reconcile()).toEqual({ processed: 1, failed: 0 });
    expect(await statusOf(due.invoiceId)).toBe("paid");
    expect(await reconcile()).toEqual({ processed: 0, failed: 0 });
  });

  it("cancels after 23 hours what nobody confirmed, and has the invoice collected like any other", async () => {
    const due = await payableInvoice();
    const { clientSecret } = await startOnSessionPayment({ actor: due.actor, invoiceId: due.invoiceId });
    await age(due.invoiceId, "22 hours");
    await reconcile();
    expect(await attemptsOf(due.invoiceId)).toMatchObject([{ status: "requires_action" }]);

    await age(due.invoiceId, "24 hours");
    await reconcile();
    expect(await attemptsOf(due.invoiceId)).toMatchObject([{ status: "canceled" }]);
    expect(held.gateway.intents.get(clientSecret.replace("_secret", ""))).toMatchObject({ status: "canceled" });
    const key = `payment.collect:${due.invoiceId}:2`;
    expect(
      await platformTransaction((tx) => tx.select().from(outboxMessage).where(eq(outboxMessage.key, key))),
    ).toHaveLength(1);
  });

  it("applies after 23 hours what the provider says went through after all", async () => {
    const due = await payableInvoice();
    const { clientSecret } = await startOnSessionPayment({ actor: due.actor, invoiceId: due.invoiceId });
    await age(due.invoiceId, "24 hours");
    held.gateway.confirm(clientSecret.replace("_secret", ""));
    await reconcile();
    expect(await statusOf(due.invoiceId)).toBe("paid");
  });

  it("leaves everything as it is while the provider is down", async () => {
    const due = await payableInvoice();
    await startOnSessionPayment({ actor: due.actor, invoiceId: due.invoiceId });
    await age(due.invoiceId, "24 hours");
    held.gateway.down = true;
    await reconcile();
    expect(await attemptsOf(due.invoiceId)).toMatchObject([{ status: "requires_action" }]);
  });
});
