import "server-only";
import { sql } from "drizzle-orm";
import { organization } from "@/db/schema/organizations";
import { metricSnapshot } from "@/db/schema/usage";
import type { Executor } from "@/db/transaction";
import type { MeasuredMetric } from "@/lib/usage/measured-metric";
import { measuredQuantitySql } from "@/lib/usage/queries/measured-quantity";

/**
 * Raises today's snapshot of a metric to what there is now, so that a peak between two nightly snapshots is seen. Called in
 * the transaction that added something. `now` is the organization's own.
 */
export async function recordMeasured(
  tx: Executor,
  { organizationId, metric, now }: { organizationId: string; metric: MeasuredMetric; now: Date },
): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const quantity = measuredQuantitySql[metric](sql`${organization}.id`);
  await tx.execute(sql`
    insert into ${metricSnapshot} as today (organization_id, metric_key, day, quantity, taken_at)
    select ${organization}.id, ${metric}, (${at} at time zone ${organization}.time_zone)::date, ${quantity}, ${at}
    from ${organization} where ${organization}.id = ${organizationId}
    on conflict (organization_id, metric_key, day) do update
    set quantity = excluded.quantity, taken_at = excluded.taken_at where today.quantity < excluded.quantity`);
}
