import "server-only";
import { asc, eq } from "drizzle-orm";
import { metric } from "@/db/schema/catalog";
import { organizationLimit } from "@/db/schema/usage";
import type { Executor } from "@/db/transaction";
import type { EntitlementBehaviour } from "@/lib/catalog/entitlement";
import type { Metric } from "@/lib/catalog/metric";
import { addDays, type CalendarDate, daysBetween, minDate, type Period } from "@/lib/core/calendar";
import { decimal, maxDecimal, toDecimalString, ZERO } from "@/lib/core/decimal";
import { forecastUsage, type UsageDayPoint } from "@/lib/usage/forecast";
import { effectiveLimit } from "@/lib/usage/organization-limit";
import { usageKey, usageTotals } from "@/lib/usage/queries/usage-totals";

/** One metric against its limit in one period. */
export type MetricUsage = {
  metric: Metric;
  used: string;
  /** Null is unlimited. */
  limit: string | null;
  /** What happens above the limit; null when there is none. */
  behaviour: EntitlementBehaviour | null;
  isOverridden: boolean;
  /** What lies above the limit; "0" within it. */
  over: string;
  /** At the period's end, if it goes on as it did; null while there is too little to go by. */
  forecast: string | null;
  /** One entry a day from the period's start to today; zero where a sum had none, the day before's where a maximum had none. */
  days: UsageDayPoint[];
};

/**
 * An organization's use of each metric its plan limits, within a period of its own days, by day and against the limit.
 * `today` is its local date, `now` its own instant.
 */
export async function currentUsage(
  tx: Executor,
  { organizationId, period, today, now }: { organizationId: string; period: Period; today: CalendarDate; now: Date },
): Promise<MetricUsage[]> {
  const limits = await tx
    .select({ limit: organizationLimit, metric })
    .from(organizationLimit)
    .innerJoin(metric, eq(metric.key, organizationLimit.feature))
    .where(eq(organizationLimit.organizationId, organizationId))
    .orderBy(asc(metric.key));
  const totals = await usageTotals(tx, {
    windows: [{ organizationId, ...period }],
    metrics: limits.map((row) => row.metric.key),
  });

  return limits.map(({ limit: row, metric: { key, name, unit, aggregation, kind } }) => {
    const { total: used, days } = totals.get(usageKey(organizationId, key, period.start)) ?? { total: "0", days: [] };
    const limit = effectiveLimit(row, now);
    return {
      metric: { key, name, unit, aggregation, kind },
      used,
      limit,
      behaviour: limit === null ? null : row.behaviour,
      isOverridden: limit !== row.limit,
      over: limit === null ? "0" : toDecimalString(maxDecimal(ZERO, decimal(used).minus(limit))),
      forecast: forecastUsage(aggregation, days, { period, today }),
      days: everyDay(days, { period, today, carriesOn: aggregation === "max" }),
    };
  });
}

function everyDay(
  days: readonly UsageDayPoint[],
  { period, today, carriesOn }: { period: Period; today: CalendarDate; carriesOn: boolean },
): UsageDayPoint[] {
  const known = new Map(days.map(({ day, quantity }) => [day, quantity]));
  const count = Math.max(0, daysBetween(period.start, minDate(addDays(today, 1), period.end)));
  let before = "0";
  return Array.from({ length: count }, (_, at) => {
    const day = addDays(period.start, at);
    const quantity = known.get(day) ?? (carriesOn ? before : "0");
    before = quantity;
    return { day, quantity };
  });
}
