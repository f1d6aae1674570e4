import "server-only";
import { and, asc, eq, isNotNull, isNull, notInArray, sql } from "drizzle-orm";
import { entitlement, plan, planVersion } from "@/db/schema/catalog";
import { organization } from "@/db/schema/organizations";
import { organizationLimit } from "@/db/schema/usage";
import type { Executor } from "@/db/transaction";
import { AppError } from "@/lib/core/errors";

/**
 * Writes what a plan version allows as the limits of an organization. Overrides stay; a feature the plan does not have is taken
 * away, or set to zero where an override must still be found.
 * @throws AppError not_found
 */
export async function applyPlanLimits(
  tx: Executor,
  { organizationId, planVersionId }: { organizationId: string; planVersionId: string },
): Promise<void> {
  const planName = await planNameFor(tx, organizationId, planVersionId);
  const entitlements = await tx
    .select()
    .from(entitlement)
    .where(eq(entitlement.planVersionId, planVersionId))
    .orderBy(asc(entitlement.feature));
  const features = entitlements.map(({ feature }) => feature);
  const gone = and(
    eq(organizationLimit.organizationId, organizationId),
    features.length > 0 ? notInArray(organizationLimit.feature, features) : undefined,
  );

  await tx.delete(organizationLimit).where(and(gone, isNull(organizationLimit.overrideLimit)));
  await tx
    .update(organizationLimit)
    .set({ limit: "0", enabled: "yes", behaviour: "hard", planName })
    .where(and(gone, isNotNull(organizationLimit.overrideLimit)));
  if (entitlements.length === 0) return;

  const rows = entitlements.map(({ feature, kind, enabled, limit, behaviour }) => ({
    organizationId,
    feature,
    limit,
    behaviour,
    planName,
    enabled: kind === "boolean" && enabled !== true ? ("no" as const) : ("yes" as const),
  }));
  await tx
    .insert(organizationLimit)
    .values(rows)
    .onConflictDoUpdate({
      target: [organizationLimit.organizationId, organizationLimit.feature],
      set: {
        limit: sql`excluded.limit_value`,
        enabled: sql`excluded.enabled`,
        behaviour: sql`excluded.behaviour`,
        planName: sql`excluded.plan_name`,
      },
    });
}

/** The plan's name in the organization's own language: it is read in sentences about its limits. */
async function planNameFor(tx: Executor, organizationId: string, planVersionId: string): Promise<string> {
  const [customer] = await tx
    .select({ locale: organization.locale })
    .from(organization)
    .where(eq(organization.id, organizationId));
  const [sold] = await tx
    .select({ name: plan.name })
    .from(planVersion)
    .innerJoin(plan, eq(plan.id, planVersion.planId))
    .where(eq(planVersion.id, planVersionId));
  if (!customer || !sold) throw new AppError("not_found");

  return sold.name[customer.locale];
}
