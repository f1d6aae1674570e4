import "server-only";
import { eq } from "drizzle-orm";
import { billingAccount } from "@/db/schema/billing";
import { invoice } from "@/db/schema/invoicing";
import { platformTransaction } from "@/db/transaction";
import { AppError } from "@/lib/core/errors";
import type { ClaimedMessage } from "@/lib/outbox/services/claim-outbox";
import { enqueueOutbox } from "@/lib/outbox/services/enqueue-outbox";
import { openAmountMinor } from "@/lib/payments/attempt";
import { collectMessage } from "@/lib/workflows/collect-again";
import { mailMessage } from "@/lib/workflows/mail-message";
import { invoicePayload } from "@/lib/workflows/message-payload";

/**
 * Fans out: the PDF always; the mail and the collection while something is owed (a customer on payment terms pays by
 * themselves). What was paid before it was issued is confirmed by `invoice.paid`; what came to zero is not mailed at all.
 */
export async function onInvoiceIssued(message: ClaimedMessage): Promise<void> {
  const { invoiceId } = invoicePayload.parse(message.payload);
  await platformTransaction(async (tx) => {
    const [issued] = await tx
      .select({ row: invoice, paymentTermsDays: billingAccount.paymentTermsDays })
      .from(invoice)
      .innerJoin(billingAccount, eq(billingAccount.id, invoice.billingAccountId))
      .where(eq(invoice.id, invoiceId));
    if (!issued) throw new AppError("not_found");

    const { row, paymentTermsDays } = issued;
    const { organizationId } = row;
    const isOwed = row.status === "open" && openAmountMinor(row) > 0;
    const collect = collectMessage({ organizationId, accountId: row.billingAccountId, invoiceId, attemptNumber: 1 });
    await enqueueOutbox(tx, [
      {
        organizationId,
        topic: "invoice.render_pdf",
        aggregateId: invoiceId,
        key: `invoice.render_pdf:${invoiceId}`,
        payload: { invoiceId },
      },
      ...(isOwed
        ? [mailMessage({ organizationId, aggregateId: invoiceId, topic: "invoice-issued", entityId: invoiceId })]
        : []),
      ...(isOwed && paymentTermsDays === 0 ? [collect] : []),
    ]);
  });
}
