import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { invoice } from "@/db/schema/invoicing";
import type { Executor } from "@/db/transaction";
import type { CalendarDate } from "@/lib/core/calendar";
import { type AmountMinor, amountMinor } from "@/lib/core/money";

export type PayableInvoice = {
  id: string;
  number: string;
  currency: string;
  dueMinor: AmountMinor;
  dueDate: CalendarDate | null;
};

/** What the organization still owes, oldest first. */
export async function openInvoices(tx: Executor, organizationId: string): Promise<PayableInvoice[]> {
  const rows = await tx
    .select({
      id: invoice.id,
      number: invoice.number,
      currency: invoice.currency,
      dueDate: invoice.dueDate,
      due: sql<string>`${invoice.totalMinor} - ${invoice.creditedMinor} - ${invoice.creditAppliedMinor} - ${invoice.amountPaidMinor}`,
    })
    .from(invoice)
    .where(and(eq(invoice.organizationId, organizationId), inArray(invoice.status, ["open", "uncollectible"])))
    .orderBy(invoice.issuedAt, invoice.id);
  return rows.map((row) => ({ ...row, number: row.number ?? "", dueMinor: amountMinor(Number(row.due)) }));
}
