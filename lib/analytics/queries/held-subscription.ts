import "server-only";
import { desc, eq, type SQL, sql } from "drizzle-orm";
import { subscription } from "@/db/schema/billing";
import { plan, planVersion, price } from "@/db/schema/catalog";
import { organization } from "@/db/schema/organizations";
import type { Executor } from "@/db/transaction";
import { mrrMinor } from "@/lib/analytics/mrr";
import type { SubscriptionStatus } from "@/lib/billing/subscription";
import type { Interval } from "@/lib/core/calendar";
import { currencyOf } from "@/lib/core/currency";
import { type AmountMinor, ZERO_MINOR } from "@/lib/core/money";

/** The subscription an organization has, or had last: for a lateral join on `organization`. */
export function heldSubscription(tx: Executor) {
  const ended = sql`case when ${subscription.status} in ('canceled', 'expired') then 1 else 0 end`;
  return tx
    .select({
      subscriptionId: sql<string>`${subscription.id}`.as("subscription_id"),
      status: subscription.status,
      currency: subscription.currency,
      quantity: subscription.quantity,
      parkedAt: subscription.parkedAt,
      startedAt: subscription.startedAt,
      planKey: sql<string>`${plan.key}`.as("plan_key"),
      planName: plan.name,
      unitAmount: price.unitAmount,
      interval: sql<Interval | null>`${price.interval}`.as("price_interval"),
      intervalCount: sql<number | null>`${price.intervalCount}`.as("price_interval_count"),
    })
    .from(subscription)
    .innerJoin(planVersion, eq(planVersion.id, subscription.planVersionId))
    .innerJoin(plan, eq(plan.id, planVersion.planId))
    .leftJoin(price, eq(price.id, subscription.priceId))
    .where(eq(subscription.organizationId, organization.id))
    .orderBy(ended, desc(subscription.startedAt))
    .limit(1)
    .as("held");
}

export type PricedSubscription = {
  status: SubscriptionStatus | null;
  currency: string | null;
  quantity: string | null;
  unitAmount: string | null;
  interval: Interval | null;
  intervalCount: number | null;
};

/** What one subscription adds to the month's recurring revenue: nothing unless it is active or past due. */
export function monthlyValue(row: PricedSubscription): AmountMinor {
  const { status, currency, quantity, unitAmount, interval, intervalCount } = row;
  if (status !== "active" && status !== "past_due") return ZERO_MINOR;
  if (!currency || !quantity || !unitAmount || !interval || !intervalCount) return ZERO_MINOR;
  return mrrMinor([{ unitAmount, quantity, interval, intervalCount }], currencyOf(currency));
}

/** The same, near enough to sort by. */
export function monthlyValueSql(columns: {
  status: SQL;
  unitAmount: SQL;
  quantity: SQL;
  interval: SQL;
  intervalCount: SQL;
}): SQL {
  const { status, unitAmount, quantity, interval, intervalCount } = columns;
  return sql`case when ${status} in ('active', 'past_due') then coalesce(${unitAmount} * ${quantity} / ${intervalCount}
    * case ${interval} when 'day' then 30.42 when 'week' then 4.33 when 'month' then 1 when 'quarter' then 0.3333
      when 'half_year' then 0.1667 else 0.08333 end, 0) else 0 end`;
}
