import "server-only";
import { sql } from "drizzle-orm";
import { subscription } from "@/db/schema/billing";
import { invoice, invoiceLine } from "@/db/schema/invoicing";
import type { Executor } from "@/db/transaction";
import { measuringDay } from "@/lib/analytics/months";
import { mrrMinor, type RecurringItem } from "@/lib/analytics/mrr";
import type { CalendarDate, Period } from "@/lib/core/calendar";
import type { Currency } from "@/lib/core/currency";
import { groupBy } from "@/lib/core/group-by";
import type { AmountMinor } from "@/lib/core/money";

export type MrrMonth = { month: Period; mrrMinor: AmountMinor };

type Row = RecurringItem & { day: CalendarDate; count: number };

/**
 * What was invoiced to recur, at the end of each month: recurring lines whose service period holds the month's last day (today
 * in the present month), at the whole price a month whatever part of it the line billed. A subscription that has ended
 * counts until its end.
 */
export async function mrrByMonth(
  tx: Executor,
  of: { months: readonly Period[]; today: CalendarDate; isTest: boolean; currency: Currency },
): Promise<MrrMonth[]> {
  const days = of.months.map((month) => measuringDay(month, of.today));
  const rows = await tx.execute<Row>(sql`
    select
      to_char(measured.day, 'YYYY-MM-DD') as day,
      line.explanation ->> 'unitPrice' as "unitAmount",
      line.explanation ->> 'quantity' as quantity,
      line.explanation ->> 'interval' as interval,
      (line.explanation ->> 'intervalCount')::int as "intervalCount",
      count(*)::int as count
    from unnest(array[${sql.join(
      days.map((day) => sql`${day}::date`),
      sql`, `,
    )}]) as measured (day)
    join ${invoiceLine} line
      on line.service_period_start <= measured.day and line.service_period_end > measured.day and line.kind = 'recurring'
    join ${invoice} document on document.id = line.invoice_id
    left join ${subscription} held on held.id = document.subscription_id
    where document.status not in ('draft', 'void')
      and document.is_test = ${of.isTest}
      and document.currency = ${of.currency}
      and (held.canceled_at is null or (held.canceled_at at time zone held.time_zone)::date > measured.day)
      and (measured.day < ${of.today}::date or held.id is null or held.status in ('active', 'past_due'))
    group by 1, 2, 3, 4, 5`);

  const items = groupBy([...rows], (row) => row.day);
  return of.months.map((month, index) => ({
    month,
    mrrMinor: mrrMinor(items.get(days[index] ?? month.start) ?? [], of.currency),
  }));
}
