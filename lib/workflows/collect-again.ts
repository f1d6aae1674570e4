import "server-only";
import { eq, max } from "drizzle-orm";
import { invoice } from "@/db/schema/invoicing";
import { paymentAttempt } from "@/db/schema/payments";
import type { Executor } from "@/db/transaction";
import { enqueueOutbox } from "@/lib/outbox/services/enqueue-outbox";

/** Has an open invoice collected under the number after its last attempt, with a key of its own; others are left alone. */
export async function collectAgain(tx: Executor, invoiceId: string): Promise<void> {
  const [due] = await tx
    .select({ organizationId: invoice.organizationId, accountId: invoice.billingAccountId, status: invoice.status })
    .from(invoice)
    .where(eq(invoice.id, invoiceId));
  if (due?.status !== "open") return;

  const [row] = await tx
    .select({ last: max(paymentAttempt.attemptNumber) })
    .from(paymentAttempt)
    .where(eq(paymentAttempt.invoiceId, invoiceId));
  await enqueueOutbox(tx, [collectMessage({ ...due, invoiceId, attemptNumber: (row?.last ?? 0) + 1 })]);
}

/** The payments of a billing account are collected one after the other, beside the mails and documents of its invoices. */
export function collectMessage(of: {
  organizationId: string;
  accountId: string;
  invoiceId: string;
  attemptNumber: number;
}) {
  const { organizationId, accountId, invoiceId, attemptNumber } = of;
  return {
    organizationId,
    topic: "payment.collect" as const,
    aggregateId: accountId,
    key: `payment.collect:${invoiceId}:${attemptNumber}`,
    payload: { invoiceId, attemptNumber },
  };
}
