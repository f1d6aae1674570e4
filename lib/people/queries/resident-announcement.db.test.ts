import { beforeAll, describe, expect, it } from "vitest";

import { membership, userAccount } from "@/db/schema/identity";
import { loadCatalogues } from "@/db/seed/load-catalogues";
import { platformTransaction } from "@/db/transaction";
import { createAnnouncement } from "@/lib/announcements/services/create-announcement";
import { recentActivity } from "@/lib/audit/queries/recent-activity";
import type { OrganizationActor } from "@/lib/auth/actor";
import { takenApartmentLabels } from "@/lib/buildings/queries/apartment-labels";
import { archivedBuildings } from "@/lib/buildings/queries/archived-buildings";
import { archiveBuilding } from "@/lib/buildings/services/archive-building";
import { createApartment } from "@/lib/buildings/services/create-apartment";
import { createBuilding } from "@/lib/buildings/services/create-building";
import { newId } from "@/lib/core/ids";
import { residentAnnouncement } from "@/lib/people/queries/resident-announcement";
import { startOccupancy } from "@/lib/people/services/start-occupancy";
import { sampleOrganization } from "@/lib/testing/sample-organization";

const NOW = new Date("2026-03-10T10:00:00Z");

async function house(actor: OrganizationActor, name: string): Promise<{ buildingId: string; apartmentId: string }> {
  const input = { name, plate: "18", addressLine: `${name} 18`, postalCode: "10563", city: "Αθήνα" };
  const { id: buildingId } = await createBuilding({ actor, input, now: NOW });
  const flat = { buildingId, label: "Α1", kind: "flat" as const, floor: 1 };
  const { id: apartmentId } = await createApartment({ actor, input: flat, now: NOW });
  return { buildingId, apartmentId };
}

const notice = (actor: OrganizationActor, buildingId: string, now = NOW) =>
  createAnnouncement({ actor, input: { buildingId, title: "Νερό", body: "Διακοπή" }, now });

async function resident(manager: OrganizationActor, apartmentId: string): Promise<OrganizationActor> {
  const userId = newId();
  const email = `${userId}@example.gr`;
  await platformTransaction(async (tx) => {
    await tx.insert(userAccount).values({ id: userId, email, name: "Νίκος", locale: "el" });
    await tx.insert(membership).values({ organizationId: manager.organizationId, userId, role: "resident" });
  });
  const input = { apartmentId, userId, kind: "tenant" as const, startsOn: "2026-01-01" };
  await startOccupancy({ actor: manager, input, now: NOW });
  return { ...manager, userId, email, name: "Νίκος", role: "resident" };
}

describe("what a resident and a manager may read", () => {
  beforeAll(async () => {
    await loadCatalogues();
  });

  it("shows an announcement to who lives in its building, and to nobody else", async () => {
    const { actor } = await sampleOrganization({ planKey: "starter" });
    const [mine, theirs] = [await house(actor, "Σόλωνος"), await house(actor, "Ερμού")];
    const reader = await resident(actor, mine.apartmentId);
    const [here, there, later] = [
      await notice(actor, mine.buildingId),
      await notice(actor, theirs.buildingId),
      await notice(actor, mine.buildingId, new Date("2026-03-11T10:00:00Z")),
    ];
    const read = (announcementId: string) => residentAnnouncement(reader, { announcementId, now: NOW });

    expect(await read(here.id)).toMatchObject({ title: "Νερό", building: { name: "Σόλωνος" } });
    for (const id of [there.id, later.id, newId(), "x"]) {
      await expect(read(id)).rejects.toMatchObject({ code: "not_found" });
    }
    const { actor: stranger } = await sampleOrganization();
    await expect(residentAnnouncement(stranger, { announcementId: here.id, now: NOW })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("tells of archived buildings, taken labels and what happened, to their own organization", async () => {
    const { actor } = await sampleOrganization({ planKey: "starter" });
    const { actor: stranger } = await sampleOrganization({ planKey: "starter" });
    const { buildingId } = await house(actor, "Σόλωνος");
    await archiveBuilding({ actor, buildingId, now: NOW });
    const page = { page: 1, pageSize: 10, query: "σολων" };
    const actions = ["building.created", "building.archived"];

    expect((await archivedBuildings(actor, page)).rows).toMatchObject([{ name: "Σόλωνος", archivedAt: NOW }]);
    expect(await takenApartmentLabels(actor, buildingId)).toEqual([{ label: "Α1", floor: 1 }]);
    expect((await recentActivity(actor, { actions, limit: 5 })).map(({ action }) => action)).toEqual([
      "building.archived",
      "building.created",
    ]);

    expect((await archivedBuildings(stranger, page)).rowCount).toBe(0);
    expect(await takenApartmentLabels(stranger, buildingId)).toEqual([]);
    expect(await recentActivity(stranger, { actions, limit: 5 })).toEqual([]);
  });
});
