import "server-only";
import { sql } from "drizzle-orm";
import { metric } from "@/db/schema/catalog";
import { usageDay, usageEvent } from "@/db/schema/usage";
import type { Executor } from "@/db/transaction";
import { unnest } from "@/db/unnest";
import { newId } from "@/lib/core/ids";
import type { DayRollUp, UsageEvent } from "@/lib/usage/usage-event";

/** Writes events whose keys were claimed, in one statement. */
export async function insertUsageEvents(
  tx: Executor,
  organizationId: string,
  events: readonly UsageEvent[],
): Promise<void> {
  const rows = unnest(events, [
    ["id", "uuid", () => newId()],
    ["metric_key", "text", ({ metricKey }) => metricKey],
    ["event_id", "text", ({ eventId }) => eventId],
    ["occurred_at", "timestamptz", ({ occurredAt }) => occurredAt.toISOString()],
    ["quantity", "numeric", ({ quantity }) => quantity],
    ["user_id", "uuid", ({ userId }) => userId ?? null],
    ["resource", "text", ({ resource }) => resource ?? null],
    ["properties", "jsonb", ({ properties }) => (properties ? JSON.stringify(properties) : null)],
  ]);
  await tx.execute(sql`
    insert into ${usageEvent}
      (organization_id, id, metric_key, event_id, occurred_at, quantity, user_id, resource, properties)
    select ${organizationId}::uuid, e.* from ${rows}`);
}

/** Adds to the day roll-ups, which come sorted; the highest of the day is kept where the metric is a maximum. */
export async function addToUsageDays(tx: Executor, organizationId: string, days: readonly DayRollUp[]): Promise<void> {
  const rows = unnest(days, [
    ["metric_key", "text", ({ metricKey }) => metricKey],
    ["day", "date", ({ day }) => day],
    ["quantity", "numeric", ({ quantity }) => quantity],
    ["event_count", "numeric", ({ eventCount }) => String(eventCount)],
  ]);
  await tx.execute(sql`
    insert into ${usageDay} as known (organization_id, metric_key, day, quantity, event_count)
    select ${organizationId}::uuid, e.* from ${rows}
    on conflict (organization_id, metric_key, day) do update set
      quantity = case (select aggregation from ${metric} as m where m.key = known.metric_key)
        when 'max' then greatest(known.quantity, excluded.quantity) else known.quantity + excluded.quantity end,
      event_count = known.event_count + excluded.event_count,
      updated_at = now()`);
}
