import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { usageEventKey } from "@/db/schema/usage";
import type { Executor } from "@/db/transaction";
import { unnest } from "@/db/unnest";

export type UsageEventKey = { metricKey: string; eventId: string; payloadHash: string };

/**
 * Claims the keys of events; those that were claimed before are not returned. A key that another transaction is claiming is
 * waited for, so give them sorted: two senders of the same events then never meet in a deadlock.
 */
export async function insertUsageEventKeys(
  tx: Executor,
  organizationId: string,
  keys: readonly UsageEventKey[],
): Promise<{ metricKey: string; eventId: string }[]> {
  const rows = await tx.execute<{ metric_key: string; event_id: string }>(sql`
    insert into ${usageEventKey} (organization_id, metric_key, event_id, payload_hash)
    select ${organizationId}::uuid, e.* from ${rowsOf(keys)}
    on conflict do nothing returning metric_key, event_id`);
  return rows.map((row) => ({ metricKey: row.metric_key, eventId: row.event_id }));
}

/** The id of an event among those claimed before that came with another payload, if there is one. */
export async function conflictingEventId(
  tx: Executor,
  organizationId: string,
  keys: readonly UsageEventKey[],
): Promise<string | null> {
  const [other] = await tx.execute<{ event_id: string }>(sql`
    select k.event_id from ${rowsOf(keys)}
    join ${usageEventKey} as k on k.organization_id = ${organizationId}::uuid
      and k.metric_key = e.metric_key and k.event_id = e.event_id
    where k.payload_hash <> e.payload_hash limit 1`);
  return other?.event_id ?? null;
}

function rowsOf(keys: readonly UsageEventKey[]): SQL {
  return unnest(keys, [
    ["metric_key", "text", ({ metricKey }) => metricKey],
    ["event_id", "text", ({ eventId }) => eventId],
    ["payload_hash", "text", ({ payloadHash }) => payloadHash],
  ]);
}
