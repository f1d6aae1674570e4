import "server-only";
import { drawInWorker } from "@/lib/invoicing/adapters/pdf/pdf-worker-pool";
import type { InvoiceDocument } from "@/lib/invoicing/invoice-document";

/**
 * The PDF of an issued document, drawn in a thread of its own so that requests keep being answered. The same document
 * always gives the same bytes, so a stored SHA-256 can be checked by drawing again. Throws provider_unavailable when too
 * many documents wait; any other error means this document could not be drawn.
 */
export async function renderInvoicePdf(document: InvoiceDocument): Promise<Uint8Array> {
  return drawInWorker(document);
}
