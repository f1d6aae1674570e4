import { count, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";

import { metric, plan, planVersion, price } from "@/db/schema/catalog";
import { auditEvent } from "@/db/schema/operations";
import newConcierge from "@/db/seed/catalogues/new-concierge.json";
import { CATALOGUE_KEYS, loadCatalogues } from "@/db/seed/load-catalogues";
import { platformTransaction } from "@/db/transaction";
import { type CatalogFile, parseCatalogFile } from "@/lib/catalog/catalog-file";
import { planVersionById } from "@/lib/catalog/queries/plan-version";
import { publicPlans } from "@/lib/catalog/queries/public-plans";
import { loadCatalog } from "@/lib/catalog/services/load-catalog";

const NOW = new Date("2026-01-05T08:00:00Z");

const load = (file: CatalogFile) =>
  platformTransaction((tx) => loadCatalog(tx, file, { now: NOW, actor: { kind: "system" } }));

const tally = () =>
  platformTransaction(async (tx) => {
    const counts = [];
    for (const table of [metric, plan, planVersion, price, auditEvent]) {
      counts.push((await tx.select({ rows: count() }).from(table))[0]?.rows);
    }
    return counts;
  });

function starterAt(unitAmount: string): CatalogFile {
  const file = parseCatalogFile(newConcierge);
  const plans = file.plans.map((entry) =>
    entry.key === "starter"
      ? { ...entry, prices: entry.prices.map((row) => (row.interval === "month" ? { ...row, unitAmount } : row)) }
      : entry,
  );
  return { ...file, plans };
}

describe("loadCatalog", () => {
  beforeAll(async () => {
    await loadCatalogues({ keys: CATALOGUE_KEYS });
  });

  it("shows the catalogue as it is sold", async () => {
    const plans = await publicPlans();
    const summary = plans.map((view) => [
      view.planKey,
      view.isRecommended,
      view.trialDays,
      Object.fromEntries(view.prices.map((row) => [row.interval, row.unitAmount])),
    ]);

    expect(summary).toEqual([
      ["free", false, 0, { month: "0", quarter: "0", year: "0" }],
      ["starter", false, 14, { month: "29", quarter: "83", year: "290" }],
      ["professional", true, 14, { month: "59", quarter: "168", year: "590" }],
      ["enterprise", false, 14, { month: "99", quarter: "282", year: "990" }],
    ]);
    expect(plans[0]?.charges).toEqual([]);
    expect(plans[1]?.charges.map(({ metric: { key }, included, model }) => [key, included, model.model])).toEqual([
      ["apartments", "50", "per_unit"],
      ["api_calls", "10000", "package"],
      ["storage_gb", "5", "graduated"],
    ]);
    expect(plans[3]?.entitlements[0]).toEqual({ feature: "buildings", kind: "unlimited" });
    expect((await publicPlans("energy-platform")).map(({ planKey }) => planKey)).toEqual([
      "free",
      "professional",
      "enterprise",
    ]);
  });

  it("changes nothing when the same files are loaded again, also by two at once", async () => {
    const before = await tally();
    const again = await Promise.all([1, 2].map(() => loadCatalogues({ keys: CATALOGUE_KEYS })));

    expect(again.flatMap((loads) => Object.values(loads))).toEqual(
      Array.from({ length: 6 }, () => ({ plansCreated: 0, plansUpdated: 0, versionsPublished: 0 })),
    );
    expect(await tally()).toEqual(before);
  });

  it("makes a new version of what changed and leaves the old one as it was", async () => {
    const [, before] = await publicPlans();
    expect(await load(starterAt("31"))).toEqual({ plansCreated: 0, plansUpdated: 0, versionsPublished: 1 });

    const [, after] = await publicPlans();
    expect([before?.version, after?.version]).toEqual([1, 2]);
    const old = await platformTransaction((tx) => planVersionById(tx, before?.id ?? ""));
    expect([old.prices[0]?.unitAmount, after?.prices[0]?.unitAmount]).toEqual(["29", "31"]);
  });

  it("changes a plan's name without a new version, and says who did it", async () => {
    const file = starterAt("31");
    const plans = file.plans.map((entry) =>
      entry.key === "starter" ? { ...entry, name: { en: "Small", el: "Μικρό" } } : entry,
    );
    expect(await load({ ...file, plans })).toEqual({ plansCreated: 0, plansUpdated: 1, versionsPublished: 0 });

    const events = await platformTransaction((tx) =>
      tx.select().from(auditEvent).where(eq(auditEvent.action, "plan.updated")),
    );
    expect(events).toMatchObject([{ actorKind: "system", entityType: "plan", detail: { plan: "starter" } }]);
  });

  it("refuses a metric that exists and counts otherwise", async () => {
    const file = parseCatalogFile(newConcierge);
    const metrics = file.metrics.map((row) => (row.key === "users" ? { ...row, aggregation: "sum" as const } : row));
    await expect(load({ ...file, metrics })).rejects.toMatchObject({ code: "conflict" });
  });
});
