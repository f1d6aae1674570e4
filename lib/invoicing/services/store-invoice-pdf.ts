import "server-only";
import { eq } from "drizzle-orm";
import { invoice } from "@/db/schema/invoicing";
import { platformTransaction } from "@/db/transaction";
import { AppError } from "@/lib/core/errors";
import { renderInvoicePdf } from "@/lib/invoicing/adapters/pdf/render-invoice-pdf";
import { postgresFileStore } from "@/lib/invoicing/adapters/postgres-file-store";
import { invoiceDocument } from "@/lib/invoicing/queries/invoice-document";

/**
 * Draws an issued invoice once and keeps it with its SHA-256; returns the file's id. An invoice that has its PDF keeps that one,
 * whoever asks and however many at once.
 * @throws AppError not_found for a draft; provider_unavailable when too many documents wait
 */
export async function storeInvoicePdf({ invoiceId }: { invoiceId: string }): Promise<string> {
  const loaded = await platformTransaction(async (tx) => {
    const [row] = await tx
      .select({ organizationId: invoice.organizationId, pdfFileId: invoice.pdfFileId })
      .from(invoice)
      .where(eq(invoice.id, invoiceId));
    if (!row) throw new AppError("not_found");
    if (row.pdfFileId !== null) return { stored: row.pdfFileId };
    return { organizationId: row.organizationId, document: await invoiceDocument(tx, { ...row, invoiceId }) };
  });
  if ("stored" in loaded) return loaded.stored;

  const bytes = await renderInvoicePdf(loaded.document);
  return platformTransaction(async (tx) => {
    const [held] = await tx
      .select({ pdfFileId: invoice.pdfFileId })
      .from(invoice)
      .where(eq(invoice.id, invoiceId))
      .for("no key update");
    if (held?.pdfFileId) return held.pdfFileId;

    const file = { organizationId: loaded.organizationId, contentType: "application/pdf", bytes };
    const { id } = await postgresFileStore.put(tx, file);
    await tx.update(invoice).set({ pdfFileId: id }).where(eq(invoice.id, invoiceId));
    return id;
  });
}
