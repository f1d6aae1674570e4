import "server-only";
import { eq } from "drizzle-orm";
import { invoice, issuer } from "@/db/schema/invoicing";
import type { Executor } from "@/db/transaction";
import { AppError } from "@/lib/core/errors";
import type { InvoiceDraft } from "@/lib/invoicing/invoice-draft";
import { issuerParty } from "@/lib/invoicing/issuer-party";
import { insertInvoiceParts } from "@/lib/invoicing/services/insert-invoice-parts";
import { draftColumns } from "@/lib/invoicing/services/issue-invoices";

/**
 * Stores a draft: lines and totals, no number yet. Drafts may be thrown away; only issuing makes them documents.
 * @throws AppError not_found when the mode has no issuer
 */
export async function saveDraftInvoice(tx: Executor, draft: InvoiceDraft): Promise<void> {
  const [seller] = await tx.select().from(issuer).where(eq(issuer.mode, draft.mode));
  if (!seller) throw new AppError("not_found", { message: `no issuer for ${draft.mode}` });

  await tx.insert(invoice).values({
    ...draftColumns(draft),
    issuerId: seller.id,
    seller: issuerParty(seller),
    status: "draft",
    creditAppliedMinor: draft.creditAppliedMinor,
  });
  await insertInvoiceParts(tx, [draft]);
}
