import "server-only";
import { and, asc, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { organization } from "@/db/schema/organizations";
import { metric, metricSnapshot } from "@/db/schema/index";
import { type Executor, platformTransaction } from "@/db/transaction";
import { MEASURED_METRICS } from "@/lib/usage/measured-metric";
import { measuredQuantitySql } from "@/lib/usage/queries/measured-quantity";

/** Whose metrics: some organizations, all that live by a test clock, or all that live by the wall clock. */
export type SnapshotScope = { organizationIds: readonly string[] } | { testClockId: string | null };

const BATCH = 1000;

/**
 * Writes what each organization has of every measured metric as its snapshot of the local day at `now`; a higher one of the
 * same day stays. One statement for all of them. Returns how many organizations were measured.
 */
export async function snapshotMetrics(tx: Executor, { now, ...scope }: { now: Date } & SnapshotScope): Promise<number> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const quantities = MEASURED_METRICS.map(
    (key) => sql`when ${key} then ${measuredQuantitySql[key](sql`${organization}.id`)}`,
  );
  const [row] = await tx.execute<{ organizations: number }>(sql`
    with written as (
      insert into ${metricSnapshot} as today (organization_id, metric_key, day, quantity, taken_at)
      select
        ${organization}.id, ${metric}.key, (${at} at time zone ${organization}.time_zone)::date,
        case ${metric}.key ${sql.join(quantities, sql` `)} end, ${at}
      from ${organization} cross join ${metric}
      where ${inArray(metric.key, [...MEASURED_METRICS])} and ${membersOf(scope)}
      order by ${organization}.id, ${metric}.key
      on conflict (organization_id, metric_key, day) do update
      set quantity = greatest(today.quantity, excluded.quantity), taken_at = excluded.taken_at
      returning organization_id
    )
    select count(distinct organization_id)::int as organizations from written`);
  return row?.organizations ?? 0;
}

function membersOf(scope: SnapshotScope): SQL {
  if ("organizationIds" in scope) return inArray(organization.id, [...scope.organizationIds]);
  if (scope.testClockId === null) return isNull(organization.testClockId);
  return sql`${organization.testClockId} = ${scope.testClockId}`;
}

/** How many were measured, and the last of them, after which the next batch starts. */
type Batch = { processed: number; last: string | null };

/**
 * The scheduled run: every organization on the wall clock, a thousand a transaction. Those on a test clock are left alone.
 */
export async function snapshotAllMetrics({ now }: { now: Date }): Promise<{ processed: number; failed: number }> {
  let processed = 0;
  let batch: Batch = { processed: 0, last: null };
  do {
    const after = batch.last;
    batch = await platformTransaction((tx) => snapshotBatch(tx, { now, after }));
    processed += batch.processed;
  } while (batch.last !== null);
  return { processed, failed: 0 };
}

async function snapshotBatch(tx: Executor, { now, after }: { now: Date; after: string | null }): Promise<Batch> {
  const rows = await tx
    .select({ id: organization.id })
    .from(organization)
    .where(and(isNull(organization.testClockId), after === null ? undefined : gt(organization.id, after)))
    .orderBy(asc(organization.id))
    .limit(BATCH);
  const organizationIds = rows.map(({ id }) => id);
  const last = organizationIds.at(-1) ?? null;
  return { processed: last === null ? 0 : await snapshotMetrics(tx, { now, organizationIds }), last };
}
