import "server-only";
import { and, inArray, isNull, notInArray, type SQL, sql, type SQLWrapper } from "drizzle-orm";
import { apartment, building, document } from "@/db/schema/buildings";
import { membership } from "@/db/schema/identity";
import type { Executor } from "@/db/transaction";
import {
  BYTES_PER_GIGABYTE,
  COUNTED_ROLES,
  type MeasuredMetric,
  UNCOUNTED_APARTMENT_KINDS,
} from "@/lib/usage/measured-metric";

const countOf = sql<string>`(select count(*)::numeric from`;

/** What each metric comes to for an organization right now, as a scalar subquery. The one place that knows what is counted. */
export const measuredQuantitySql: Record<MeasuredMetric, (organizationId: SQLWrapper) => SQL<string>> = {
  buildings: (owner) =>
    sql`${countOf} ${building} where ${and(sql`${building.organizationId} = ${owner}`, isNull(building.archivedAt))})`,
  apartments: (owner) =>
    sql`${countOf} ${apartment} where ${and(
      sql`${apartment.organizationId} = ${owner}`,
      isNull(apartment.archivedAt),
      notInArray(apartment.kind, [...UNCOUNTED_APARTMENT_KINDS]),
    )})`,
  users: (owner) =>
    sql`${countOf} ${membership} where ${and(
      sql`${membership.organizationId} = ${owner}`,
      isNull(membership.endedAt),
      inArray(membership.role, [...COUNTED_ROLES]),
    )})`,
  storage_gb: (owner) =>
    sql`(select coalesce(trim_scale(sum(${document.sizeBytes}) / ${sql.raw(String(BYTES_PER_GIGABYTE))}), 0) from ${document} where ${and(
      sql`${document.organizationId} = ${owner}`,
      isNull(document.archivedAt),
    )})`,
};

/** How much of a measured metric an organization has at this moment. */
export async function measuredQuantity(
  tx: Executor,
  { organizationId, metric }: { organizationId: string; metric: MeasuredMetric },
): Promise<string> {
  const quantity = measuredQuantitySql[metric](sql`${organizationId}::uuid`);
  const [row] = await tx.execute<{ quantity: string }>(sql`select ${quantity}::text as quantity`);
  return row?.quantity ?? "0";
}
