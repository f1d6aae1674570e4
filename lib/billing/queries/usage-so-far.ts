import "server-only";
import type { Executor } from "@/db/transaction";
import { type NextInvoice, nextInvoice } from "@/lib/billing/queries/next-invoice";
import type { SubscriptionOverview } from "@/lib/billing/queries/subscription-overview";
import type { CalendarDate } from "@/lib/core/calendar";
import { isAppError } from "@/lib/core/errors";
import { dateInZone } from "@/lib/core/time-zone";
import { organizationNow } from "@/lib/organizations/queries/organization-now";
import { currentUsage, type MetricUsage } from "@/lib/usage/queries/current-usage";

export type UsageSoFar = {
  /** The organization's own date; null while it has no subscription to tell its zone by. */
  today: CalendarDate | null;
  usage: MetricUsage[];
  /** The invoice the open period would close with, now and at the forecast of its end. */
  next: NextInvoice | null;
};

/** The open period of a subscription: use against limits, and what it comes to in money. */
export async function usageSoFar(
  tx: Executor,
  of: { organizationId: string; subscription: SubscriptionOverview | null; wallClock: Date },
): Promise<UsageSoFar> {
  const { organizationId, subscription } = of;
  if (!subscription) return { today: null, usage: [], next: null };

  const now = await organizationNow(tx, organizationId, of.wallClock);
  const today = dateInZone(now, subscription.timeZone);
  if (!subscription.period) return { today, usage: [], next: null };

  const usage = await currentUsage(tx, { organizationId, period: subscription.period, today, now });
  const forecast = new Map(usage.flatMap((row) => (row.forecast === null ? [] : [[row.metric.key, row.forecast]])));
  return { today, usage, next: await invoiceSoFar(tx, subscription.id, forecast) };
}

/** Where the tax cannot be told the next invoice cannot be either; the rest of the page can. */
async function invoiceSoFar(
  tx: Executor,
  subscriptionId: string,
  forecast: ReadonlyMap<string, string>,
): Promise<NextInvoice | null> {
  try {
    return await nextInvoice(tx, subscriptionId, forecast);
  } catch (error) {
    if (isAppError(error, "tax_unavailable")) return null;
    throw error;
  }
}
