import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { billingPeriod, subscription } from "@/db/schema/billing";
import { plan, planVersion, price } from "@/db/schema/catalog";
import { invoice } from "@/db/schema/invoicing";
import type { Executor } from "@/db/transaction";
import type { SubscriptionStatus } from "@/lib/billing/subscription";
import type { CalendarDate, Interval, Period } from "@/lib/core/calendar";
import type { Localized } from "@/lib/core/locale";
import { periodContaining } from "@/lib/core/recurrence";
import { dateInZone } from "@/lib/core/time-zone";

/** A subscription as its owner sees it; dates are calendar dates in its own time zone, ends exclusive. */
export type SubscriptionOverview = {
  id: string;
  status: SubscriptionStatus;
  planKey: string;
  planName: Localized;
  planVersionId: string;
  planVersion: number;
  interval: Interval;
  currency: string;
  /** The recurring price in major units; null is free. */
  unitAmount: string | null;
  timeZone: string;
  /** The open billing period, in which usage is counted; of a yearly price, one of its months. */
  period: Period | null;
  /** What the recurring price was paid for, or the trial: a cancellation takes effect at its end. */
  servedPeriod: Period | null;
  trialEnd: CalendarDate | null;
  cancelAtPeriodEnd: boolean;
  /** The first day it no longer served. */
  canceledOn: CalendarDate | null;
  isParked: boolean;
  /** The draft that waits for a first payment. */
  draftInvoiceId: string | null;
};

/** The organization's living subscription, or its last one; null when it never had any. */
export async function subscriptionOverview(tx: Executor, organizationId: string): Promise<SubscriptionOverview | null> {
  const living = sql`case when ${subscription.status} in ('canceled', 'expired') then 1 else 0 end`;
  const [row] = await tx
    .select({ subscription, plan, planVersion, price, period: billingPeriod })
    .from(subscription)
    .innerJoin(planVersion, eq(planVersion.id, subscription.planVersionId))
    .innerJoin(plan, eq(plan.id, planVersion.planId))
    .leftJoin(price, eq(price.id, subscription.priceId))
    .leftJoin(
      billingPeriod,
      and(eq(billingPeriod.subscriptionId, subscription.id), eq(billingPeriod.sequence, subscription.currentSequence)),
    )
    .where(eq(subscription.organizationId, organizationId))
    .orderBy(living, desc(subscription.startedAt))
    .limit(1);
  if (!row) return null;

  const { subscription: held, period } = row;
  return {
    id: held.id,
    status: held.status,
    planKey: row.plan.key,
    planName: row.plan.name,
    planVersionId: row.planVersion.id,
    planVersion: row.planVersion.version,
    interval: held.interval,
    currency: held.currency,
    unitAmount: row.price?.unitAmount ?? null,
    timeZone: held.timeZone,
    period: period && period.kind !== "final" ? { start: period.startsOn, end: period.endsOn } : null,
    servedPeriod: period ? servedPeriod(held, period) : null,
    trialEnd: held.trialEnd,
    cancelAtPeriodEnd: held.cancelAtPeriodEnd,
    canceledOn: canceledOn(held, period),
    isParked: held.parkedAt !== null,
    draftInvoiceId: held.status === "incomplete" ? await draftInvoiceId(tx, held.id) : null,
  };
}

/** At a period's end the boundary counts, not the moment at which it was closed. */
function canceledOn(
  { canceledAt, timeZone }: typeof subscription.$inferSelect,
  period: typeof billingPeriod.$inferSelect | null,
): CalendarDate | null {
  if (canceledAt === null) return null;
  return period?.kind === "final" ? period.startsOn : dateInZone(canceledAt, timeZone);
}

function servedPeriod(
  { anchor, interval, intervalCount }: typeof subscription.$inferSelect,
  { kind, startsOn, endsOn }: typeof billingPeriod.$inferSelect,
): Period | null {
  switch (kind) {
    case "final":
      return null;
    case "trial":
      return { start: startsOn, end: endsOn };
    case "regular": {
      const { start, end } = periodContaining(anchor, { interval, count: intervalCount }, startsOn);
      return { start, end };
    }
  }
}

async function draftInvoiceId(tx: Executor, subscriptionId: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: invoice.id })
    .from(invoice)
    .where(and(eq(invoice.subscriptionId, subscriptionId), eq(invoice.status, "draft")))
    .limit(1);
  return row?.id ?? null;
}
