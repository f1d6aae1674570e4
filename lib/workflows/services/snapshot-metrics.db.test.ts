import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";

import { apartment, building, document } from "@/db/schema/buildings";
import { membership, userAccount } from "@/db/schema/identity";
import { testClock } from "@/db/schema/organizations";
import { metricSnapshot } from "@/db/schema/usage";
import { loadCatalogues } from "@/db/seed/load-catalogues";
import { organizationTransaction, platformTransaction } from "@/db/transaction";
import { newId } from "@/lib/core/ids";
import { sampleOrganization } from "@/lib/testing/sample-organization";
import { recordMeasured } from "@/lib/usage/services/record-measured";
import { snapshotAllMetrics, snapshotMetrics } from "@/lib/workflows/services/snapshot-metrics";

const NIGHT = new Date("2026-03-10T22:30:00Z");

async function addBuilding(organizationId: string, archivedAt: Date | null = null): Promise<string> {
  const id = newId();
  const address = { addressLine: "Ermou 1", postalCode: "10563", city: "Athens" };
  await platformTransaction((tx) =>
    tx.insert(building).values({ id, organizationId, name: "House", plate: "18", ...address, archivedAt }),
  );
  return id;
}

async function fill(organizationId: string): Promise<string> {
  const buildingId = await addBuilding(organizationId);
  await addBuilding(organizationId, NIGHT);
  const userId = newId();
  const [kept, gone] = [{ archivedAt: null }, { archivedAt: NIGHT }];
  const flat = { organizationId, buildingId, floor: 1 };
  await platformTransaction(async (tx) => {
    await tx.insert(apartment).values([
      { ...flat, label: "Α1", kind: "flat", ...kept },
      { ...flat, label: "Κ1", kind: "shop", ...kept },
      { ...flat, label: "Ρ1", kind: "parking", ...kept },
      { ...flat, label: "Α2", kind: "flat", ...gone },
    ]);
    await tx.insert(document).values([
      { organizationId, buildingId, title: "a", sizeBytes: 1_250_000_000, ...kept },
      { organizationId, buildingId, title: "b", sizeBytes: 1, ...kept },
      { organizationId, buildingId, title: "c", sizeBytes: 5, ...gone },
    ]);
    await tx.insert(userAccount).values({ id: userId, email: `${userId}@example.gr`, name: "R", locale: "el" });
    await tx.insert(membership).values({ organizationId, userId, role: "resident" });
  });
  return buildingId;
}

const snapshots = (organizationId: string, metricKey?: string) =>
  platformTransaction((tx) =>
    tx
      .select({ metric: metricSnapshot.metricKey, day: metricSnapshot.day, quantity: metricSnapshot.quantity })
      .from(metricSnapshot)
      .where(
        and(
          eq(metricSnapshot.organizationId, organizationId),
          metricKey ? eq(metricSnapshot.metricKey, metricKey) : undefined,
        ),
      )
      .orderBy(metricSnapshot.metricKey, metricSnapshot.day),
  );

describe("snapshotMetrics", () => {
  beforeAll(async () => {
    await loadCatalogues();
  });

  it("measures what is not archived, on the organization's own day", async () => {
    const { organizationId } = await sampleOrganization();
    await fill(organizationId);
    const measured = await platformTransaction((tx) =>
      snapshotMetrics(tx, { now: NIGHT, organizationIds: [organizationId] }),
    );

    expect(measured).toBe(1);
    expect(await snapshots(organizationId)).toEqual([
      { metric: "apartments", day: "2026-03-11", quantity: "2" },
      { metric: "buildings", day: "2026-03-11", quantity: "1" },
      { metric: "storage_gb", day: "2026-03-11", quantity: "1.250000001" },
      { metric: "users", day: "2026-03-11", quantity: "1" },
    ]);
  });

  it("keeps the highest of a day, and sees a peak between two runs", async () => {
    const { organizationId } = await sampleOrganization();
    const run = (now: Date) =>
      platformTransaction((tx) => snapshotMetrics(tx, { now, organizationIds: [organizationId] }));
    await addBuilding(organizationId);
    await run(NIGHT);

    const peak = await addBuilding(organizationId);
    await organizationTransaction(organizationId, (tx) =>
      recordMeasured(tx, { organizationId, metric: "buildings", now: new Date("2026-03-11T09:00:00Z") }),
    );
    await platformTransaction((tx) => tx.update(building).set({ archivedAt: NIGHT }).where(eq(building.id, peak)));
    await run(new Date("2026-03-11T21:00:00Z"));
    await run(new Date("2026-03-11T22:05:00Z"));

    expect(await snapshots(organizationId, "buildings")).toEqual([
      { metric: "buildings", day: "2026-03-11", quantity: "2" },
      { metric: "buildings", day: "2026-03-12", quantity: "1" },
    ]);
  });

  it("leaves those on a test clock to their clock", async () => {
    const testClockId = newId();
    await platformTransaction((tx) => tx.insert(testClock).values({ id: testClockId, name: "c", nowAt: NIGHT }));
    const [clocked, free] = [await sampleOrganization({ testClockId }), await sampleOrganization()];

    const { processed } = await snapshotAllMetrics({ now: NIGHT });
    expect(processed).toBeGreaterThan(0);
    expect(await snapshots(free.organizationId)).toHaveLength(4);
    expect(await snapshots(clocked.organizationId)).toEqual([]);

    await platformTransaction((tx) => snapshotMetrics(tx, { now: NIGHT, testClockId }));
    expect(await snapshots(clocked.organizationId, "users")).toEqual([
      { metric: "users", day: "2026-03-11", quantity: "1" },
    ]);
  });
});
