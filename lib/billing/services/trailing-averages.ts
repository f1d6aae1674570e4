import "server-only";
import { and, avg, eq, inArray, ne } from "drizzle-orm";
import { invoice } from "@/db/schema/invoicing";
import type { Executor } from "@/db/transaction";
import { type AmountMinor, amountMinor } from "@/lib/core/money";
import { PARKING_FLOOR_MINOR } from "@/lib/billing/rate-cycle";

/**
 * What the cycles of some subscriptions have averaged so far, asked only for those whose new total could be out of all
 * proportion (above the floor); a first invoice has no average and passes.
 */
export async function trailingAverages(
  tx: Executor,
  cycles: { subscriptionId: string; totalMinor: AmountMinor }[],
): Promise<Map<string, AmountMinor>> {
  const large = cycles.filter((cycle) => cycle.totalMinor > PARKING_FLOOR_MINOR).map((cycle) => cycle.subscriptionId);
  if (large.length === 0) return new Map();

  const rows = await tx
    .select({ subscriptionId: invoice.subscriptionId, average: avg(invoice.totalMinor) })
    .from(invoice)
    .where(and(inArray(invoice.subscriptionId, large), eq(invoice.kind, "cycle"), ne(invoice.status, "void")))
    .groupBy(invoice.subscriptionId);
  return new Map(
    rows.flatMap((row) =>
      row.subscriptionId && row.average
        ? [[row.subscriptionId, amountMinor(Math.round(Number(row.average)))] as const]
        : [],
    ),
  );
}
