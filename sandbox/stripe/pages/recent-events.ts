import type { Sql } from "@/sandbox/stripe/database/connect";

export type RecentEvent = { id: string; type: string; created: number; objectId: string; deliveries: string };

/** The newest events with the state of their deliveries in words. */
export async function recentEvents(sql: Sql, limit: number): Promise<RecentEvent[]> {
  return sql<RecentEvent[]>`
    select e.id, e.type, e.created::float8 as created, e.data -> 'data' -> 'object' ->> 'id' as "objectId",
      coalesce((
        select string_agg(d.status || ' after ' || d.attempt_count || coalesce(' (' || coalesce(d.last_status::text, d.last_error) || ')', ''), ', ')
        from sandbox_stripe.deliveries d where d.event_id = e.id
      ), 'no endpoint') as deliveries
    from sandbox_stripe.events e order by e.seq desc limit ${limit}`;
}
