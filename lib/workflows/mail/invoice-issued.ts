import "server-only";
import type { MailTemplates } from "@/emails/render-mail";
import type { Executor } from "@/db/transaction";
import { AppError } from "@/lib/core/errors";
import { paymentMethodLabel } from "@/lib/invoicing/payment-method-label";
import { savedPaymentMethods } from "@/lib/payments/queries/payment-methods";
import { addresseeOf } from "@/lib/workflows/mail/addressee";
import type { MailDraft } from "@/lib/workflows/mail/mail-draft";
import { type MailedInvoice, mailedInvoice, PAYMENT_METHODS_PATH } from "@/lib/workflows/mail/mailed-invoice";

/**
 * A new invoice, with its PDF.
 * @throws AppError not_found; provider_unavailable while the PDF is not stored yet
 */
export async function draftInvoiceIssued(tx: Executor, invoiceId: string): Promise<MailDraft> {
  const issued = await mailedInvoice(tx, invoiceId);
  const { row, summary, viewPath, payPath } = issued;
  if (row.pdfFileId === null) throw new AppError("provider_unavailable", { message: "its PDF is not there yet" });

  const { to, props } = await addresseeOf(tx, row.organizationId);
  return {
    template: "invoice-issued",
    ...to,
    props: {
      ...props,
      invoice: summary,
      issuedOn: row.issueDate,
      collection: await collectionOf(tx, issued),
      viewPath,
      payPath,
      changeMethodPath: PAYMENT_METHODS_PATH,
      hasPdf: true,
    },
    attachment: { fileId: row.pdfFileId, name: `${row.number}.pdf` },
  };
}

/** By itself from the method on file, unless there is none or the customer pays on terms. */
async function collectionOf(
  tx: Executor,
  { row, paymentTermsDays }: MailedInvoice,
): Promise<MailTemplates["invoice-issued"]["collection"]> {
  const method = (await savedPaymentMethods(tx, row.organizationId)).find(({ isDefault }) => isDefault);
  if (method && paymentTermsDays === 0) {
    return { by: "card", methodLabel: paymentMethodLabel(method), on: row.issueDate };
  }
  return { by: "customer", dueOn: row.dueDate ?? row.issueDate };
}
