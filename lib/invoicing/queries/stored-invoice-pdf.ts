import "server-only";
import { organizationTransaction } from "@/db/transaction";
import { type InvoicePdf, invoicePdf } from "@/lib/invoicing/queries/invoice-pdf";

/** The stored PDF of an organization's invoice, or null while there is none. */
export function storedInvoicePdf(of: { organizationId: string; invoiceId: string }): Promise<InvoicePdf | null> {
  return organizationTransaction(of.organizationId, (tx) => invoicePdf(tx, of), { accessMode: "read only" });
}
