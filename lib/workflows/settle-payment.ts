import "server-only";
import { and, eq, exists, ne } from "drizzle-orm";
import { invoice } from "@/db/schema/invoicing";
import { paymentAttempt } from "@/db/schema/payments";
import type { Executor } from "@/db/transaction";
import { completeFirstPayment } from "@/lib/billing/services/complete-first-payment";
import { markPastDue } from "@/lib/billing/services/mark-past-due";
import { restoreSubscription } from "@/lib/billing/services/restore-subscription";
import { settleAttempt, type Settlement, type SettleRequest } from "@/lib/payments/services/settle-attempt";
import { collectAgain } from "@/lib/workflows/collect-again";

/**
 * Settles an attempt together with what it means for the subscription: a first payment issues its draft and starts it, a paid
 * invoice restores it, a refused card on file makes it past due. Every way an answer can reach us comes through here.
 * @throws AppError not_found
 */
export async function settlePayment(tx: Executor, request: SettleRequest): Promise<Settlement> {
  const settlement = await settleAttempt(tx, request);
  const { invoiceId, subscriptionId, attemptId, amountMinor } = settlement;
  const { now, actor } = request;

  if (settlement.kind === "draft_paid") {
    await completeFirstPayment(tx, { invoiceId, attemptId, amountMinor, now, actor });
  }
  if (settlement.kind === "paid" && subscriptionId && !(await owesAnother(tx, { invoiceId, subscriptionId }))) {
    await restoreSubscription(tx, { subscriptionId, now, actor });
  }
  if (settlement.kind === "failed" && subscriptionId && settlement.session === "off_session") {
    await markPastDue(tx, { subscriptionId, now, actor });
  }
  if (settlement.kind === "canceled" && wasNeverSent(request) && settlement.session === "off_session") {
    await collectAgain(tx, invoiceId);
  }
  return settlement;
}

/** The provider has no payment of this attempt: it was given up, and may be made anew under another key. */
function wasNeverSent({ outcome }: SettleRequest): boolean {
  return outcome.providerPaymentIntentId === undefined && outcome.decline === undefined;
}

/** Whether another of the subscription's invoices was refused and is still open: then it stays past due. */
async function owesAnother(
  tx: Executor,
  { invoiceId, subscriptionId }: { invoiceId: string; subscriptionId: string },
): Promise<boolean> {
  const refused = tx
    .select({ id: paymentAttempt.id })
    .from(paymentAttempt)
    .where(
      and(
        eq(paymentAttempt.invoiceId, invoice.id),
        eq(paymentAttempt.status, "failed"),
        eq(paymentAttempt.session, "off_session"),
      ),
    );
  const [other] = await tx
    .select({ id: invoice.id })
    .from(invoice)
    .where(
      and(
        eq(invoice.subscriptionId, subscriptionId),
        ne(invoice.id, invoiceId),
        eq(invoice.status, "open"),
        exists(refused),
      ),
    )
    .limit(1);
  return other !== undefined;
}
