import "server-only";
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { charge, entitlement, metric, planVersion, price } from "@/db/schema/catalog";
import type { Executor } from "@/db/transaction";
import { type NewAuditEvent, recordAudit } from "@/lib/audit/services/record-audit";
import type { Actor } from "@/lib/auth/actor";
import type { CatalogFile, CatalogPlan } from "@/lib/catalog/catalog-file";
import { newestVersion } from "@/lib/catalog/queries/plan-version";
import { savePlan } from "@/lib/catalog/services/save-plan";
import { canonicalJson } from "@/lib/core/canonical-json";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";

export type CatalogLoad = { plansCreated: number; plansUpdated: number; versionsPublished: number };

/**
 * Brings the plans of a catalogue to what its file says. What a version fixes (prices, limits, charges, trial) makes a new
 * immutable version when it changed; a name or a flag changes the plan itself; an unchanged file changes nothing. Plans that
 * the file does not name stay as they are.
 * @throws AppError conflict when a metric that exists already is defined otherwise
 */
export async function loadCatalog(
  tx: Executor,
  file: CatalogFile,
  { now, actor }: { now: Date; actor: Actor },
): Promise<CatalogLoad> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`catalog:${file.key}`}, 0))`);
  await saveMetrics(tx, file.metrics);

  const result: CatalogLoad = { plansCreated: 0, plansUpdated: 0, versionsPublished: 0 };
  const events: NewAuditEvent[] = [];
  const audited = { organizationId: null, actor, entityType: "plan", occurredAt: now };
  for (const [position, plan] of file.plans.entries()) {
    const saved = await savePlan(tx, plan, { catalogKey: file.key, position });
    const version = await publishIfChanged(tx, plan, { planId: saved.id, file, now });
    const detail = { catalog: file.key, plan: plan.key };

    if (saved.change === "created") result.plansCreated += 1;
    if (saved.change === "updated") result.plansUpdated += 1;
    if (saved.change) events.push({ ...audited, action: `plan.${saved.change}`, entityId: saved.id, detail });
    if (version === null) continue;

    result.versionsPublished += 1;
    events.push({
      ...audited,
      action: "plan.version_published",
      entityId: saved.id,
      detail: { ...detail, version: version.version, planVersionId: version.id },
    });
  }

  await recordAudit(tx, events);
  return result;
}

/** A metric means one thing everywhere: its name may change, what it counts may not. */
async function saveMetrics(tx: Executor, metrics: CatalogFile["metrics"]): Promise<void> {
  if (metrics.length === 0) return;
  const saved = await tx
    .insert(metric)
    .values(metrics)
    .onConflictDoUpdate({ target: metric.key, set: { name: sql`excluded.name`, unit: sql`excluded.unit` } })
    .returning();

  for (const row of saved) {
    const wanted = metrics.find(({ key }) => key === row.key);
    if (wanted?.aggregation === row.aggregation && wanted.kind === row.kind) continue;
    throw new AppError("conflict", { message: `metric ${row.key} exists as ${row.kind} ${row.aggregation}` });
  }
}

async function publishIfChanged(
  tx: Executor,
  plan: CatalogPlan,
  { planId, file, now }: { planId: string; file: CatalogFile; now: Date },
): Promise<{ id: string; version: number } | null> {
  const contentHash = hashOf(plan, file.currency);
  const newest = await newestVersion(tx, planId);
  if (newest?.contentHash === contentHash) return null;

  const id = newId();
  const version = (newest?.version ?? 0) + 1;
  const { trialDays } = plan;
  await tx
    .insert(planVersion)
    .values({ id, planId, version, currency: file.currency, trialDays, contentHash, publishedAt: now });
  await savePartsOf(tx, plan, { planVersionId: id, currency: file.currency });
  return { id, version };
}

function hashOf({ trialDays, prices, entitlements, charges }: CatalogPlan, currency: string): string {
  const content = canonicalJson({ currency, trialDays, prices, entitlements, charges });
  return createHash("sha256").update(content).digest("hex");
}

async function savePartsOf(
  tx: Executor,
  plan: CatalogPlan,
  { planVersionId, currency }: { planVersionId: string; currency: string },
): Promise<void> {
  const prices = plan.prices.map(({ interval, count, unitAmount }) => ({
    planVersionId,
    interval,
    intervalCount: count,
    currency,
    unitAmount,
  }));
  const charges = plan.charges.map(({ metric: metricKey, name, model, included }, position) => ({
    planVersionId,
    metricKey,
    name,
    model,
    included,
    position,
  }));
  const entitlements = plan.entitlements.map((entry, position) => ({ planVersionId, position, ...entry }));

  if (prices.length > 0) await tx.insert(price).values(prices);
  if (charges.length > 0) await tx.insert(charge).values(charges);
  if (entitlements.length > 0) await tx.insert(entitlement).values(entitlements);
}
