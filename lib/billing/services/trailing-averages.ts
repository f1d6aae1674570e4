import "server-only";
import { and, avg, eq, exists, inArray, notInArray, sql } from "drizzle-orm";
import { invoice, invoiceLine } from "@/db/schema/invoicing";
import type { Executor } from "@/db/transaction";
import { type AmountMinor, amountMinor } from "@/lib/core/money";
import { PARKING_FLOOR_MINOR } from "@/lib/billing/rate-cycle";

export type RatedTotal = { subscriptionId: string; totalMinor: AmountMinor; hasRecurring: boolean };

/**
 * What the cycles of some subscriptions have averaged so far, asked only for those whose new total could be out of all
 * proportion (above the floor); a first invoice has no average and passes. Like is compared with like: a year's price is not
 * measured by the months of usage before it.
 */
export async function trailingAverages(tx: Executor, cycles: RatedTotal[]): Promise<Map<string, AmountMinor>> {
  const large = cycles.filter((cycle) => cycle.totalMinor > PARKING_FLOOR_MINOR);
  if (large.length === 0) return new Map();

  const hasRecurring = exists(
    tx
      .select({ id: invoiceLine.id })
      .from(invoiceLine)
      .where(and(eq(invoiceLine.invoiceId, invoice.id), eq(invoiceLine.kind, "recurring"))),
  );
  const rows = await tx
    .select({
      subscriptionId: invoice.subscriptionId,
      hasRecurring: sql<boolean>`${hasRecurring}`,
      average: avg(invoice.totalMinor),
    })
    .from(invoice)
    .where(
      and(
        inArray(
          invoice.subscriptionId,
          large.map((cycle) => cycle.subscriptionId),
        ),
        eq(invoice.kind, "cycle"),
        notInArray(invoice.status, ["void", "draft"]),
      ),
    )
    .groupBy(invoice.subscriptionId, sql`2`);
  return new Map(
    large.flatMap(({ subscriptionId, hasRecurring: wanted }) => {
      const row = rows.find(
        (candidate) => candidate.subscriptionId === subscriptionId && candidate.hasRecurring === wanted,
      );
      return row?.average ? [[subscriptionId, amountMinor(Math.round(Number(row.average)))] as const] : [];
    }),
  );
}
