import "server-only";
import type { Executor } from "@/db/transaction";
import { type CycleContext, type CycleResult, rateCycle } from "@/lib/billing/rate-cycle";
import { cycleContexts } from "@/lib/billing/queries/cycle-contexts";
import type { CalendarDate } from "@/lib/core/calendar";

export type NextInvoice = CycleResult & {
  /** The day it would be issued: the end of the open period. */
  issueOn: CalendarDate;
  /** The same invoice if usage goes on as it has: totals by metric are given by the caller's forecast. */
  expected: Pick<CycleResult, "lineItems" | "totals" | "dueMinor"> | null;
};

/**
 * The invoice the open period would close with today: the very function that closes it, on the usage so far. Null when
 * nothing will be issued (no open period, or one that waits for a first payment).
 */
export async function nextInvoice(
  tx: Executor,
  subscriptionId: string,
  forecast: ReadonlyMap<string, string> | null = null,
): Promise<NextInvoice | null> {
  const [cycle] = await cycleContexts(tx, { subscriptionId });
  if (!cycle || cycle.closingPeriodId === null) return null;
  const context = cycle.context();
  if (context.closing === null) return null;

  const result = rateCycle(context);
  return {
    ...result,
    issueOn: context.closing.period.end,
    expected: forecast === null ? null : rateCycle(withTotals(context, forecast)),
  };
}

function withTotals(context: CycleContext, totals: ReadonlyMap<string, string>): CycleContext {
  return {
    ...context,
    charges: context.charges.map((charge) => ({ ...charge, total: totals.get(charge.metric) ?? charge.total })),
  };
}
