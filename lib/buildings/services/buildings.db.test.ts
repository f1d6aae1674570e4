import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";

import { apartment, building } from "@/db/schema/buildings";
import { auditEvent } from "@/db/schema/operations";
import { testClock } from "@/db/schema/organizations";
import { metricSnapshot, organizationLimit } from "@/db/schema/usage";
import { loadCatalogues } from "@/db/seed/load-catalogues";
import { platformTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import { archiveApartment } from "@/lib/buildings/services/archive-apartment";
import { archiveBuilding } from "@/lib/buildings/services/archive-building";
import { createApartment } from "@/lib/buildings/services/create-apartment";
import { createApartments } from "@/lib/buildings/services/create-apartments";
import { createBuilding } from "@/lib/buildings/services/create-building";
import { updateApartment } from "@/lib/buildings/services/update-apartment";
import { updateBuilding } from "@/lib/buildings/services/update-building";
import { isAppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { sampleOrganization } from "@/lib/testing/sample-organization";

const NOW = new Date("2026-03-10T10:00:00Z");
const HOUSE = { name: "Σοφίας", plate: "18", addressLine: "Σοφίας 18", postalCode: "54630", city: "Θεσσαλονίκη" };
const FLAT = { label: "Α1", kind: "flat" as const, floor: 1 };

const house = (actor: OrganizationActor) => createBuilding({ actor, input: HOUSE, now: NOW });

async function settled<T>(work: Promise<T>[]): Promise<{ granted: T[]; codes: string[] }> {
  const results = await Promise.allSettled(work);
  return {
    granted: results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : [])),
    codes: results.flatMap((result) =>
      result.status === "rejected" ? [isAppError(result.reason) ? result.reason.code : String(result.reason)] : [],
    ),
  };
}

const snapshotOf = async (organizationId: string, metricKey: string) =>
  platformTransaction(async (tx) => {
    const mine = and(eq(metricSnapshot.organizationId, organizationId), eq(metricSnapshot.metricKey, metricKey));
    const [row] = await tx.select().from(metricSnapshot).where(mine);
    return row ? [row.day, row.quantity] : null;
  });

describe("buildings", () => {
  beforeAll(async () => {
    await loadCatalogues();
  });

  it("grants two of forty at once when two places are left", async () => {
    const { organizationId, actor } = await sampleOrganization({ planKey: "starter" });
    for (let at = 0; at < 3; at += 1) await house(actor);

    const { granted, codes } = await settled(Array.from({ length: 40 }, () => house(actor)));
    expect([granted.length, new Set(codes)]).toEqual([2, new Set(["plan_limit"])]);
    expect(await snapshotOf(organizationId, "buildings")).toEqual(["2026-03-10", "5"]);
    await expect(house(actor)).rejects.toMatchObject({
      params: { feature: "buildings", limit: "5", used: "5", plan: "Starter" },
    });
  });

  it("refuses without a plan, lets an unlimited plan pass, and keeps to an override while it lasts", async () => {
    const [none, unlimited, widened] = [
      await sampleOrganization(),
      await sampleOrganization({ planKey: "enterprise" }),
      await sampleOrganization({ planKey: "free" }),
    ];
    await expect(house(none.actor)).rejects.toMatchObject({ code: "plan_limit" });
    for (let at = 0; at < 22; at += 1) await house(unlimited.actor);

    const override = (overrideUntil: Date) =>
      platformTransaction((tx) =>
        tx
          .update(organizationLimit)
          .set({ overrideLimit: "2", overrideReason: "a favour", overrideUntil })
          .where(
            and(
              eq(organizationLimit.organizationId, widened.organizationId),
              eq(organizationLimit.feature, "buildings"),
            ),
          ),
      );
    await house(widened.actor);
    await override(NOW);
    await expect(house(widened.actor)).rejects.toMatchObject({ params: { limit: "1" } });
    await override(new Date("2026-03-10T10:00:01Z"));
    await house(widened.actor);
  });

  it("frees the place of an archived building, and lives by the organization's clock", async () => {
    const testClockId = newId();
    const clockNow = new Date("2025-07-31T21:30:00Z");
    await platformTransaction((tx) => tx.insert(testClock).values({ id: testClockId, name: "c", nowAt: clockNow }));
    const { organizationId, actor } = await sampleOrganization({ planKey: "free", testClockId });
    const { id } = await house(actor);
    await createApartment({ actor, input: { buildingId: id, ...FLAT }, now: NOW });

    expect(await archiveBuilding({ actor, buildingId: id, now: NOW })).toEqual({ apartments: 1 });
    await house(actor);
    expect(await snapshotOf(organizationId, "buildings")).toEqual(["2025-08-01", "1"]);
    const audit = await platformTransaction((tx) =>
      tx.select().from(auditEvent).where(eq(auditEvent.entityId, id)).orderBy(auditEvent.id),
    );
    expect(audit.map(({ action, occurredAt }) => [action, occurredAt])).toEqual([
      ["building.created", clockNow],
      ["building.archived", clockNow],
    ]);
  });

  it("does not find what is another organization's, archived or unknown", async () => {
    const [mine, theirs] = [
      await sampleOrganization({ planKey: "professional" }),
      await sampleOrganization({ planKey: "professional" }),
    ];
    const { id } = await house(theirs.actor);
    const flat = await createApartment({ actor: theirs.actor, input: { buildingId: id, ...FLAT }, now: NOW });
    const gone = await house(mine.actor);
    await archiveBuilding({ actor: mine.actor, buildingId: gone.id, now: NOW });

    const { actor } = mine;
    const range = { kind: "flat" as const, fromFloor: 1, toFloor: 1, perFloor: 1 };
    for (const buildingId of [id, gone.id, newId()]) {
      const attempts = [
        updateBuilding({ actor, input: { buildingId, ...HOUSE }, now: NOW }),
        archiveBuilding({ actor, buildingId, now: NOW }),
        createApartment({ actor, input: { buildingId, ...FLAT }, now: NOW }),
        createApartments({ actor, input: { buildingId, ...range }, now: NOW }),
      ];
      expect((await settled<unknown>(attempts)).codes).toEqual(Array.from({ length: 4 }, () => "not_found"));
    }
    for (const apartmentId of [flat.id, newId()]) {
      const attempts = [
        updateApartment({ actor, input: { apartmentId, ...FLAT }, now: NOW }),
        archiveApartment({ actor, apartmentId, now: NOW }),
      ];
      expect((await settled<unknown>(attempts)).codes).toEqual(["not_found", "not_found"]);
    }
    const [untouched] = await platformTransaction((tx) => tx.select().from(building).where(eq(building.id, id)));
    expect(untouched).toMatchObject({ ...HOUSE, archivedAt: null });
  });
});

describe("apartments", () => {
  beforeAll(async () => {
    await loadCatalogues();
  });

  it("adds a range with the doorbells' labels, all or none", async () => {
    const { organizationId, actor } = await sampleOrganization({ planKey: "starter" });
    const { id: buildingId } = await house(actor);
    const range = { buildingId, kind: "flat" as const, fromFloor: 1, toFloor: 5, perFloor: 11 };

    expect(await createApartments({ actor, input: range, now: NOW })).toEqual({ created: 55 });
    expect(await snapshotOf(organizationId, "apartments")).toEqual(["2026-03-10", "55"]);
    await expect(
      createApartments({ actor, input: { ...range, fromFloor: 5, toFloor: 6 }, now: NOW }),
    ).rejects.toMatchObject({ code: "already_exists" });
    expect(await snapshotOf(organizationId, "apartments")).toEqual(["2026-03-10", "55"]);
  });

  it("refuses on Free what is billed as overage elsewhere, and counts neither storage nor parking", async () => {
    const { organizationId, actor } = await sampleOrganization({ planKey: "free" });
    const { id: buildingId } = await house(actor);
    const add = (label: string, kind: "flat" | "parking") =>
      createApartment({ actor, input: { buildingId, label, kind, floor: 0 }, now: NOW });
    for (const label of ["1", "2", "3", "4", "5"]) await add(label, "flat");

    await expect(add("6", "flat")).rejects.toMatchObject({ params: { limit: "5", used: "5", plan: "Free" } });
    const { id } = await add("P1", "parking");
    await expect(
      updateApartment({ actor, input: { apartmentId: id, label: "P1", kind: "flat", floor: 0 }, now: NOW }),
    ).rejects.toMatchObject({ code: "plan_limit" });
    expect(await snapshotOf(organizationId, "apartments")).toEqual(["2026-03-10", "5"]);
  });

  it("gives a label once, also when many ask at once", async () => {
    const { actor } = await sampleOrganization({ planKey: "starter" });
    const { id: buildingId } = await house(actor);
    const work = Array.from({ length: 6 }, () =>
      createApartment({ actor, input: { buildingId, ...FLAT, areaSquareMetres: "85.5" }, now: NOW }),
    );
    const { granted, codes } = await settled(work);
    expect([granted.length, codes]).toEqual([1, Array.from({ length: 5 }, () => "already_exists")]);

    const [id = ""] = granted.map((row) => row.id);
    await updateApartment({ actor, input: { apartmentId: id, ...FLAT, floor: 2 }, now: NOW });
    const [row] = await platformTransaction((tx) => tx.select().from(apartment).where(eq(apartment.id, id)));
    expect(row).toMatchObject({ label: "Α1", floor: 2, areaSquareMetres: null });
  });
});
