import "server-only";
import { eq } from "drizzle-orm";
import { invoice } from "@/db/schema/invoicing";
import { platformTransaction } from "@/db/transaction";
import type { ClaimedMessage } from "@/lib/outbox/services/claim-outbox";
import { enqueueOutbox } from "@/lib/outbox/services/enqueue-outbox";
import { mailMessage } from "@/lib/workflows/mail-message";
import { invoicePayload } from "@/lib/workflows/message-payload";

/** The confirmation, when money was paid. (The subscription was restored with the payment itself.) */
export async function onInvoicePaid(message: ClaimedMessage): Promise<void> {
  const { invoiceId } = invoicePayload.parse(message.payload);
  await platformTransaction(async (tx) => {
    const [paid] = await tx
      .select({ organizationId: invoice.organizationId, amountPaidMinor: invoice.amountPaidMinor })
      .from(invoice)
      .where(eq(invoice.id, invoiceId));
    if (!paid || paid.amountPaidMinor === 0) return;

    const { organizationId } = paid;
    await enqueueOutbox(tx, [
      mailMessage({ organizationId, aggregateId: invoiceId, topic: "payment-confirmed", entityId: invoiceId }),
    ]);
  });
}
