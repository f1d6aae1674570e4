import "server-only";
import { and, eq } from "drizzle-orm";
import { invoice, storedFile } from "@/db/schema/invoicing";
import type { Executor } from "@/db/transaction";

export type InvoicePdf = { number: string; sha256: string; bytes: Uint8Array };

/** The stored PDF of an organization's invoice; null while there is none, and for anyone else's invoice. */
export async function invoicePdf(
  tx: Executor,
  of: { organizationId: string; invoiceId: string },
): Promise<InvoicePdf | null> {
  const [row] = await tx
    .select({ number: invoice.number, sha256: storedFile.sha256, bytes: storedFile.content })
    .from(invoice)
    .innerJoin(storedFile, eq(storedFile.id, invoice.pdfFileId))
    .where(and(eq(invoice.organizationId, of.organizationId), eq(invoice.id, of.invoiceId)));
  if (!row?.bytes || row.number === null) return null;
  return { number: row.number, sha256: row.sha256, bytes: row.bytes };
}
