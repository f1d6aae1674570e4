import "server-only";
import { asc, eq } from "drizzle-orm";
import type { MailTemplates } from "@/emails/render-mail";
import { billingAccount } from "@/db/schema/billing";
import { invoice, invoiceLine, invoiceTax } from "@/db/schema/invoicing";
import type { Executor } from "@/db/transaction";
import { currencyOf } from "@/lib/core/currency";
import { AppError } from "@/lib/core/errors";
import { addMinor } from "@/lib/core/money";
import { openAmountMinor } from "@/lib/payments/attempt";

type InvoiceRow = typeof invoice.$inferSelect;

export type MailedInvoice = {
  row: InvoiceRow & { number: string; issueDate: NonNullable<InvoiceRow["issueDate"]> };
  paymentTermsDays: number;
  summary: MailTemplates["invoice-issued"]["invoice"];
  viewPath: string;
  payPath: string;
};

/** Where a payer mends the method on file. */
export const PAYMENT_METHODS_PATH = "/manager/billing/payment-methods";

/**
 * An issued invoice with the figures a mail prints, all as stored.
 * @throws AppError not_found for a draft
 */
export async function mailedInvoice(tx: Executor, invoiceId: string): Promise<MailedInvoice> {
  const [found] = await tx
    .select({ row: invoice, paymentTermsDays: billingAccount.paymentTermsDays })
    .from(invoice)
    .innerJoin(billingAccount, eq(billingAccount.id, invoice.billingAccountId))
    .where(eq(invoice.id, invoiceId));
  const { number, issueDate } = found?.row ?? {};
  if (!found || !number || !issueDate) throw new AppError("not_found");

  const { row, paymentTermsDays } = found;
  const viewPath = `/manager/billing/invoices/${invoiceId}`;
  return {
    row: { ...row, number, issueDate },
    paymentTermsDays,
    summary: {
      number,
      currency: currencyOf(row.currency),
      ...(await figures(tx, invoiceId)),
      totalMinor: row.totalMinor,
      creditAppliedMinor: addMinor(row.creditedMinor, row.creditAppliedMinor),
      paidMinor: row.amountPaidMinor,
      dueMinor: openAmountMinor(row),
    },
    viewPath,
    payPath: `${viewPath}#pay`,
  };
}

async function figures(tx: Executor, invoiceId: string): Promise<Pick<MailedInvoice["summary"], "lines" | "taxes">> {
  const lines = await tx
    .select({ label: invoiceLine.description, amountMinor: invoiceLine.amountMinor })
    .from(invoiceLine)
    .where(eq(invoiceLine.invoiceId, invoiceId))
    .orderBy(asc(invoiceLine.position));
  const taxes = await tx
    .select({ rate: invoiceTax.rate, taxMinor: invoiceTax.taxMinor })
    .from(invoiceTax)
    .where(eq(invoiceTax.invoiceId, invoiceId))
    .orderBy(asc(invoiceTax.rate));
  return { lines, taxes };
}
