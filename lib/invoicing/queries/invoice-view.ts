import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { invoice, invoiceLine, invoiceTax } from "@/db/schema/invoicing";
import type { Executor } from "@/db/transaction";
import { currencyOf } from "@/lib/core/currency";
import { isId } from "@/lib/core/ids";
import { openAmount } from "@/lib/invoicing/invoice-totals";
import type { InvoiceView, ViewedLine, ViewedTax } from "@/lib/invoicing/invoice-view";

/** An organization's invoice or draft with its lines and taxes; null for anyone else's, and for what is no id. */
export async function invoiceView(
  tx: Executor,
  of: { organizationId: string; invoiceId: string },
): Promise<InvoiceView | null> {
  if (!isId(of.invoiceId)) return null;
  const [row] = await tx
    .select()
    .from(invoice)
    .where(and(eq(invoice.organizationId, of.organizationId), eq(invoice.id, of.invoiceId)));
  if (!row) return null;

  const { id, status, number, issueDate, dueDate, paidAt, isTest, seller, customer } = row;
  const { totalMinor, creditedMinor, creditAppliedMinor, amountPaidMinor: paidMinor } = row;
  return {
    id,
    status,
    number,
    issueDate,
    dueDate,
    paidAt,
    isTest,
    seller,
    customer,
    subscriptionId: row.subscriptionId,
    billingPeriodId: row.billingPeriodId,
    subscriptionLabel: row.subscriptionLabel,
    subtotalMinor: row.subtotalMinor,
    taxMinor: row.taxMinor,
    totalMinor,
    creditedMinor,
    creditAppliedMinor,
    paidMinor,
    currency: currencyOf(row.currency),
    lines: await viewedLines(tx, id),
    taxes: await viewedTaxes(tx, id),
    dueMinor: openAmount({ totalMinor, creditedMinor, creditAppliedMinor, paidMinor }),
  };
}

async function viewedLines(tx: Executor, invoiceId: string): Promise<ViewedLine[]> {
  const rows = await tx
    .select()
    .from(invoiceLine)
    .where(eq(invoiceLine.invoiceId, invoiceId))
    .orderBy(asc(invoiceLine.position));
  return rows.map((row) => ({
    id: row.id,
    description: row.description,
    servicePeriod: { start: row.servicePeriodStart, end: row.servicePeriodEnd },
    quantity: row.quantity,
    unitPrice: row.unitPrice,
    taxRate: row.taxRate,
    amountMinor: row.amountMinor,
    explanation: row.explanation,
  }));
}

async function viewedTaxes(tx: Executor, invoiceId: string): Promise<ViewedTax[]> {
  const rows = await tx
    .select()
    .from(invoiceTax)
    .where(eq(invoiceTax.invoiceId, invoiceId))
    .orderBy(asc(invoiceTax.category), asc(invoiceTax.rate));
  return rows.map(({ category, rate, baseMinor, taxMinor, exemptionText }) => ({
    category,
    rate,
    baseMinor,
    taxMinor,
    exemptionText,
  }));
}
