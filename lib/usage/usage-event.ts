import { z } from "zod";

import type { Aggregation } from "@/lib/catalog/metric";
import { assert } from "@/lib/core/assert";
import type { CalendarDate } from "@/lib/core/calendar";
import { decimal, type Decimal, maxDecimal, toDecimalString, ZERO } from "@/lib/core/decimal";
import { decimalSchema } from "@/lib/core/decimal-schema";
import { dateInZone } from "@/lib/core/time-zone";

/** Something used. `eventId` is the sender's own: the same one sent again is taken once. */
export const usageEventSchema = z.strictObject({
  metricKey: z.string().min(1).max(64),
  eventId: z.string().min(1).max(200),
  occurredAt: z.date(),
  quantity: decimalSchema.default("1"),
  userId: z.uuid().optional(),
  resource: z.string().max(200).optional(),
  properties: z.record(z.string(), z.json()).optional(),
});

export type UsageEvent = z.infer<typeof usageEventSchema>;

/** The aggregations whose total over a period is known from its days; others need the events themselves. */
const ROLLED_UP: readonly Aggregation[] = ["sum", "count", "max"];

export function isRolledUp(aggregation: Aggregation): boolean {
  return ROLLED_UP.includes(aggregation);
}

export type DayRollUp = { metricKey: string; day: CalendarDate; quantity: string; eventCount: number };

/** Events summed by metric and local day, sorted by that key: whoever upserts in this order never meets a deadlock. */
export function rollUpByDay(
  events: readonly UsageEvent[],
  { timeZone, aggregations }: { timeZone: string; aggregations: ReadonlyMap<string, Aggregation> },
): DayRollUp[] {
  const days = new Map<string, { metricKey: string; day: CalendarDate; quantity: Decimal; eventCount: number }>();
  for (const { metricKey, occurredAt, quantity } of events) {
    const day = dateInZone(occurredAt, timeZone);
    const key = `${metricKey} ${day}`;
    const known = days.get(key) ?? { metricKey, day, quantity: ZERO, eventCount: 0 };
    const aggregation = aggregations.get(metricKey);
    assert(aggregation, `metric ${metricKey} is not known`);
    days.set(key, {
      ...known,
      quantity: added(aggregation, known.quantity, quantity),
      eventCount: known.eventCount + 1,
    });
  }

  return [...days.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { quantity, ...day }]) => ({ ...day, quantity: toDecimalString(quantity) }));
}

function added(aggregation: Aggregation, soFar: Decimal, quantity: string): Decimal {
  assert(isRolledUp(aggregation), `${aggregation} is not rolled up by day`);
  if (aggregation === "count") return soFar.plus(1);
  return aggregation === "max" ? maxDecimal(soFar, decimal(quantity)) : soFar.plus(quantity);
}
