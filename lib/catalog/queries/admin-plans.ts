import "server-only";
import { asc, count, desc, eq, notInArray } from "drizzle-orm";
import { subscription } from "@/db/schema/billing";
import { plan, planVersion } from "@/db/schema/catalog";
import type { UserActor } from "@/lib/auth/actor";
import { adminRead } from "@/lib/auth/queries/admin-read";
import { type PlanVersionView, planVersionsByIds } from "@/lib/catalog/queries/plan-version";

/** A version of a plan, and how many are on it now. */
export type AdminPlanVersion = PlanVersionView & { subscribers: number };

/** Every version of every plan of every catalogue, in the catalogue's order, the newest version of a plan first. */
export async function adminPlans(actor: UserActor): Promise<AdminPlanVersion[]> {
  return adminRead(actor, async (tx) => {
    const rows = await tx
      .select({ id: planVersion.id })
      .from(planVersion)
      .innerJoin(plan, eq(plan.id, planVersion.planId))
      .orderBy(asc(plan.catalogKey), asc(plan.position), desc(planVersion.version));
    const versions = await planVersionsByIds(
      tx,
      rows.map(({ id }) => id),
    );
    const held = await tx
      .select({ id: subscription.planVersionId, subscribers: count() })
      .from(subscription)
      .where(notInArray(subscription.status, ["canceled", "expired"]))
      .groupBy(subscription.planVersionId);
    const subscribers = new Map(held.map((row) => [row.id, row.subscribers]));
    return rows.flatMap(({ id }) => {
      const version = versions.get(id);
      return version ? [{ ...version, subscribers: subscribers.get(id) ?? 0 }] : [];
    });
  });
}
