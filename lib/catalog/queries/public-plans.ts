import "server-only";
import { and, asc, desc, eq } from "drizzle-orm";
import { plan, planVersion } from "@/db/schema/catalog";
import { type Executor, platformTransaction } from "@/db/transaction";
import { type PlanVersionView, planVersionsByIds } from "@/lib/catalog/queries/plan-version";

/** The catalogue the product itself is sold by. */
export const DEFAULT_CATALOG = "new-concierge";

/** What a newcomer may choose from: the newest version of each active, public plan, in the catalogue's order. */
export function publicPlans(catalogKey: string = DEFAULT_CATALOG): Promise<PlanVersionView[]> {
  return platformTransaction((tx) => publicPlanVersions(tx, catalogKey), { accessMode: "read only" });
}

/** The same within a transaction that is open already. */
export async function publicPlanVersions(tx: Executor, catalogKey: string): Promise<PlanVersionView[]> {
  const newest = await tx
    .selectDistinctOn([plan.id], { id: planVersion.id })
    .from(plan)
    .innerJoin(planVersion, eq(planVersion.planId, plan.id))
    .where(and(eq(plan.catalogKey, catalogKey), eq(plan.status, "active"), eq(plan.isPublic, true)))
    .orderBy(asc(plan.id), desc(planVersion.version));
  const versions = await planVersionsByIds(
    tx,
    newest.map(({ id }) => id),
  );
  return [...versions.values()].toSorted((a, b) => a.position - b.position);
}
