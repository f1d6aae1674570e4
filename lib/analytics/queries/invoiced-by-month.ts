import "server-only";
import { and, eq, gte, lt, notInArray, sql } from "drizzle-orm";
import { invoice, invoiceLine } from "@/db/schema/invoicing";
import type { Executor } from "@/db/transaction";
import type { Period } from "@/lib/core/calendar";
import type { Currency } from "@/lib/core/currency";
import { groupBy } from "@/lib/core/group-by";
import { type AmountMinor, amountMinor, sumMinor } from "@/lib/core/money";

/** Net of VAT, by the day of issue. The parts are its lines, so they sum to it. */
export type InvoicedMonth = {
  month: Period;
  netMinor: AmountMinor;
  recurringMinor: AmountMinor;
  usageMinor: AmountMinor;
  otherMinor: AmountMinor;
};

/** What was invoiced in each month; void documents are left out. */
export async function invoicedByMonth(
  tx: Executor,
  of: { months: readonly Period[]; isTest: boolean; currency: Currency },
): Promise<InvoicedMonth[]> {
  const [first, last] = [of.months[0], of.months.at(-1)];
  if (!first || !last) return [];

  const month = sql<string>`to_char(date_trunc('month', ${invoice.issueDate}), 'YYYY-MM-DD')`;
  const part = sql<"recurring" | "usage" | "other">`case ${invoiceLine.kind}
    when 'recurring' then 'recurring' when 'proration' then 'recurring' when 'usage' then 'usage' else 'other' end`;
  const rows = await tx
    .select({ month, part, sum: sql<string>`sum(${invoiceLine.amountMinor})` })
    .from(invoiceLine)
    .innerJoin(invoice, eq(invoice.id, invoiceLine.invoiceId))
    .where(
      and(
        notInArray(invoice.status, ["draft", "void"]),
        eq(invoice.isTest, of.isTest),
        eq(invoice.currency, of.currency),
        gte(invoice.issueDate, first.start),
        lt(invoice.issueDate, last.end),
      ),
    )
    .groupBy(sql`1, 2`);

  const byMonth = groupBy(rows, (row) => row.month);
  return of.months.map((period) => {
    const sums = byMonth.get(period.start) ?? [];
    const sumOf = (wanted: string) => amountMinor(Number(sums.find((row) => row.part === wanted)?.sum ?? 0));
    const parts = { recurringMinor: sumOf("recurring"), usageMinor: sumOf("usage"), otherMinor: sumOf("other") };
    return { month: period, netMinor: sumMinor(Object.values(parts)), ...parts };
  });
}
