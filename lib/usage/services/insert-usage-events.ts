import "server-only";
import { sql } from "drizzle-orm";
import { metric } from "@/db/schema/catalog";
import { usageDay, usageEvent } from "@/db/schema/usage";
import type { Executor } from "@/db/transaction";
import { newId } from "@/lib/core/ids";
import type { DayRollUp, UsageEvent } from "@/lib/usage/usage-event";

/** Writes events whose keys were claimed, in one statement. */
export async function insertUsageEvents(
  tx: Executor,
  organizationId: string,
  events: readonly UsageEvent[],
): Promise<void> {
  const columns = [
    sql`${sql.param(events.map(() => newId()))}::uuid[]`,
    sql`${sql.param(events.map(({ metricKey }) => metricKey))}::text[]`,
    sql`${sql.param(events.map(({ eventId }) => eventId))}::text[]`,
    sql`${sql.param(events.map(({ occurredAt }) => occurredAt.toISOString()))}::timestamptz[]`,
    sql`${sql.param(events.map(({ quantity }) => quantity))}::numeric[]`,
    sql`${sql.param(events.map(({ userId }) => userId ?? null))}::uuid[]`,
    sql`${sql.param(events.map(({ resource }) => resource ?? null))}::text[]`,
    sql`${sql.param(events.map(({ properties }) => (properties ? JSON.stringify(properties) : null)))}::text[]`,
  ];
  await tx.execute(sql`
    insert into ${usageEvent}
      (organization_id, id, metric_key, event_id, occurred_at, quantity, user_id, resource, properties)
    select ${organizationId}::uuid, e.id, e.metric_key, e.event_id, e.occurred_at, e.quantity, e.user_id, e.resource, e.properties::jsonb
    from unnest(${sql.join(columns, sql`, `)})
      as e (id, metric_key, event_id, occurred_at, quantity, user_id, resource, properties)`);
}

/** Adds to the day roll-ups, which come sorted; the highest of the day is kept where the metric is a maximum. */
export async function addToUsageDays(tx: Executor, organizationId: string, days: readonly DayRollUp[]): Promise<void> {
  const columns = [
    sql`${sql.param(days.map(({ metricKey }) => metricKey))}::text[]`,
    sql`${sql.param(days.map(({ day }) => day))}::date[]`,
    sql`${sql.param(days.map(({ quantity }) => quantity))}::numeric[]`,
    sql`${sql.param(days.map(({ eventCount }) => String(eventCount)))}::numeric[]`,
  ];
  await tx.execute(sql`
    insert into ${usageDay} as known (organization_id, metric_key, day, quantity, event_count)
    select ${organizationId}::uuid, e.* from unnest(${sql.join(columns, sql`, `)}) as e (metric_key, day, quantity, event_count)
    on conflict (organization_id, metric_key, day) do update set
      quantity = case (select aggregation from ${metric} as m where m.key = known.metric_key)
        when 'max' then greatest(known.quantity, excluded.quantity) else known.quantity + excluded.quantity end,
      event_count = known.event_count + excluded.event_count,
      updated_at = now()`);
}
