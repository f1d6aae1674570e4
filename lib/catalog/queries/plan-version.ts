import "server-only";
import { asc, desc, eq, inArray } from "drizzle-orm";
import { charge, entitlement, metric, plan, planVersion, price } from "@/db/schema/catalog";
import type { Executor } from "@/db/transaction";
import type { ChargeModel } from "@/lib/catalog/charge-model";
import type { Entitlement } from "@/lib/catalog/entitlement";
import type { Metric } from "@/lib/catalog/metric";
import type { PlanStatus } from "@/lib/catalog/plan";
import type { RecurringPrice } from "@/lib/catalog/price";
import { assert } from "@/lib/core/assert";
import { type Currency, currencyOf } from "@/lib/core/currency";
import { AppError } from "@/lib/core/errors";
import type { Localized } from "@/lib/core/locale";

/** A metered charge of a plan version: what above `included` is rated by `model`. */
export type MeteredCharge = { id: string; metric: Metric; name: Localized; model: ChargeModel; included: string };

/** Everything one version of a plan fixes, with the plan it belongs to. */
export type PlanVersionView = {
  id: string;
  version: number;
  planId: string;
  catalogKey: string;
  planKey: string;
  planName: Localized;
  status: PlanStatus;
  isPublic: boolean;
  isRecommended: boolean;
  position: number;
  currency: Currency;
  trialDays: number;
  publishedAt: Date;
  prices: RecurringPrice[];
  charges: MeteredCharge[];
  entitlements: Entitlement[];
};

/**
 * One plan version with its prices, charges and entitlements.
 * @throws AppError not_found
 */
export async function planVersionById(tx: Executor, planVersionId: string): Promise<PlanVersionView> {
  const version = (await planVersionsByIds(tx, [planVersionId])).get(planVersionId);
  if (!version) throw new AppError("not_found");
  return version;
}

/** Plan versions by id, in four queries however many there are. An unknown id has no entry. */
export async function planVersionsByIds(
  tx: Executor,
  planVersionIds: readonly string[],
): Promise<Map<string, PlanVersionView>> {
  const ids = [...new Set(planVersionIds)];
  if (ids.length === 0) return new Map();

  const rows = await tx
    .select({ version: planVersion, plan })
    .from(planVersion)
    .innerJoin(plan, eq(plan.id, planVersion.planId))
    .where(inArray(planVersion.id, ids));
  const prices = await tx.select().from(price).where(inArray(price.planVersionId, ids)).orderBy(asc(price.interval));
  const charges = await tx
    .select({ charge, metric })
    .from(charge)
    .innerJoin(metric, eq(metric.key, charge.metricKey))
    .where(inArray(charge.planVersionId, ids))
    .orderBy(asc(charge.position));
  const entitlements = await tx
    .select()
    .from(entitlement)
    .where(inArray(entitlement.planVersionId, ids))
    .orderBy(asc(entitlement.position));

  const views = rows.map(({ version, plan: owner }): PlanVersionView => {
    const { id } = version;
    return {
      id,
      version: version.version,
      currency: currencyOf(version.currency),
      trialDays: version.trialDays,
      planId: owner.id,
      catalogKey: owner.catalogKey,
      planKey: owner.key,
      planName: owner.name,
      status: owner.status,
      isPublic: owner.isPublic,
      isRecommended: owner.isRecommended,
      position: owner.position,
      publishedAt: version.publishedAt,
      prices: prices.filter(({ planVersionId }) => planVersionId === id).map(priceView),
      charges: charges.filter((row) => row.charge.planVersionId === id).map(chargeView),
      entitlements: entitlements.filter(({ planVersionId }) => planVersionId === id).map(entitlementView),
    };
  });
  return new Map(views.map((view) => [view.id, view]));
}

/** The version a new customer of the plan would get. */
export async function newestVersion(
  tx: Executor,
  planId: string,
): Promise<{ id: string; version: number; contentHash: string } | null> {
  const [newest] = await tx
    .select({ id: planVersion.id, version: planVersion.version, contentHash: planVersion.contentHash })
    .from(planVersion)
    .where(eq(planVersion.planId, planId))
    .orderBy(desc(planVersion.version))
    .limit(1);
  return newest ?? null;
}

function priceView(row: typeof price.$inferSelect): RecurringPrice {
  return { id: row.id, interval: row.interval, count: row.intervalCount, unitAmount: row.unitAmount };
}

function chargeView(row: { charge: typeof charge.$inferSelect; metric: typeof metric.$inferSelect }): MeteredCharge {
  const { key, name, unit, aggregation, kind } = row.metric;
  return {
    id: row.charge.id,
    metric: { key, name, unit, aggregation, kind },
    name: row.charge.name,
    model: row.charge.model,
    included: row.charge.included,
  };
}

function entitlementView(row: typeof entitlement.$inferSelect): Entitlement {
  const { feature, kind } = row;
  if (kind === "boolean") return { feature, kind, enabled: row.enabled === true };
  if (kind === "unlimited") return { feature, kind };
  assert(row.limit !== null && row.behaviour !== null, `entitlement ${row.id} has no limit`);
  return { feature, kind, limit: row.limit, behaviour: row.behaviour };
}
