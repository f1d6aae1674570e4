import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";

import { organization } from "@/db/schema/organizations";
import { organizationLimit } from "@/db/schema/usage";
import { loadCatalogues } from "@/db/seed/load-catalogues";
import { organizationTransaction, platformTransaction } from "@/db/transaction";
import { publicPlans } from "@/lib/catalog/queries/public-plans";
import { calendarDate } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import { sampleOrganization } from "@/lib/testing/sample-organization";
import { currentUsage } from "@/lib/usage/queries/current-usage";
import { applyPlanLimits } from "@/lib/usage/services/apply-plan-limits";
import { recordUsageEvents } from "@/lib/usage/services/record-usage-events";

async function take(organizationId: string, planKey: string): Promise<void> {
  const plan = (await publicPlans()).find((view) => view.planKey === planKey);
  await organizationTransaction(organizationId, (tx) =>
    applyPlanLimits(tx, { organizationId, planVersionId: plan?.id ?? newId() }),
  );
}

async function limitsOf(organizationId: string) {
  const rows = await organizationTransaction(organizationId, (tx) =>
    tx.select().from(organizationLimit).orderBy(organizationLimit.feature),
  );
  return Object.fromEntries(
    rows.map((row) => [row.feature, [row.enabled, row.limit, row.behaviour, row.overrideLimit, row.planName]]),
  );
}

describe("applyPlanLimits", () => {
  beforeAll(async () => {
    await loadCatalogues();
  });

  it("follows the plan up and down, and keeps overrides", async () => {
    const { organizationId } = await sampleOrganization();
    await platformTransaction((tx) =>
      tx.update(organization).set({ locale: "el" }).where(eq(organization.id, organizationId)),
    );
    await take(organizationId, "enterprise");
    expect(await limitsOf(organizationId)).toEqual({
      analytics: ["yes", null, null, null, "Enterprise"],
      apartments: ["yes", "5000", "overage", null, "Enterprise"],
      api_calls: ["yes", "1000000", "overage", null, "Enterprise"],
      buildings: ["yes", null, null, null, "Enterprise"],
      custom_integrations: ["yes", null, null, null, "Enterprise"],
      storage_gb: ["yes", "500", "overage", null, "Enterprise"],
      users: ["yes", "50", "hard", null, "Enterprise"],
      white_label: ["yes", null, null, null, "Enterprise"],
    });

    await platformTransaction((tx) =>
      tx
        .update(organizationLimit)
        .set({ overrideLimit: "7", overrideReason: "a favour" })
        .where(eq(organizationLimit.feature, "users")),
    );
    await take(organizationId, "free");
    expect(await limitsOf(organizationId)).toEqual({
      analytics: ["no", null, null, null, "Δωρεάν"],
      apartments: ["yes", "5", "hard", null, "Δωρεάν"],
      buildings: ["yes", "1", "hard", null, "Δωρεάν"],
      custom_integrations: ["no", null, null, null, "Δωρεάν"],
      users: ["yes", "0", "hard", "7", "Δωρεάν"],
      white_label: ["no", null, null, null, "Δωρεάν"],
    });

    await take(organizationId, "starter");
    expect((await limitsOf(organizationId))["users"]).toEqual(["yes", "3", "hard", "7", "Starter"]);
  });

  it("does not know a plan version that does not exist", async () => {
    const { organizationId } = await sampleOrganization();
    await expect(take(organizationId, "unknown")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("currentUsage", () => {
  it("sets use against the limit, day by day, with a forecast", async () => {
    const { organizationId } = await sampleOrganization({ planKey: "starter" });
    const period = { start: calendarDate("2026-04-01"), end: calendarDate("2026-05-01") };
    const occurredAt = (day: string) => new Date(`2026-04-${day}T09:00:00Z`);
    const events = [
      { metricKey: "api_calls", eventId: "a", occurredAt: occurredAt("01"), quantity: "9000" },
      { metricKey: "api_calls", eventId: "b", occurredAt: occurredAt("03"), quantity: "3000" },
    ];
    const usage = await organizationTransaction(organizationId, async (tx) => {
      await recordUsageEvents(tx, { organizationId, timeZone: "Europe/Athens", events });
      return currentUsage(tx, { organizationId, period, today: calendarDate("2026-04-04"), now: occurredAt("04") });
    });

    expect(usage.map(({ metric }) => metric.key)).toEqual([
      "apartments",
      "api_calls",
      "buildings",
      "storage_gb",
      "users",
    ]);
    expect(usage[1]).toMatchObject({
      used: "12000",
      limit: "10000",
      behaviour: "overage",
      over: "2000",
      forecast: "120000",
      isOverridden: false,
      days: [
        {
          day: "2026-04-01",
          quantity: "9000",
        },
        {
          day: "2026-04-02",
          quantity: "0",
        },
        {
          day: "2026-04-03",
          quantity: "3000",
        },
        {
          day: "2026-04-04",
          quantity: "0",
        },
      ],
    });
  });
});
