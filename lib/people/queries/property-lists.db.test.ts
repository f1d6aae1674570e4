import { beforeAll, describe, expect, it } from "vitest";

import { membership, userAccount } from "@/db/schema/identity";
import { loadCatalogues } from "@/db/seed/load-catalogues";
import { platformTransaction } from "@/db/transaction";
import { announcements } from "@/lib/announcements/queries/announcements";
import { createAnnouncement } from "@/lib/announcements/services/create-announcement";
import type { OrganizationActor } from "@/lib/auth/actor";
import { apartmentDetail, apartments } from "@/lib/buildings/queries/apartments";
import { buildingDetail } from "@/lib/buildings/queries/building-detail";
import { buildingNames, buildings } from "@/lib/buildings/queries/buildings";
import { propertyOverview } from "@/lib/buildings/queries/property-overview";
import { createApartment } from "@/lib/buildings/services/create-apartment";
import { createApartments } from "@/lib/buildings/services/create-apartments";
import { createBuilding } from "@/lib/buildings/services/create-building";
import { newId } from "@/lib/core/ids";
import { residentHome } from "@/lib/people/queries/resident-home";
import { startOccupancy } from "@/lib/people/services/start-occupancy";
import { sampleOrganization } from "@/lib/testing/sample-organization";

const NOW = new Date("2026-03-10T10:00:00Z");
const PAGE = { page: 1, pageSize: 25, query: "", now: NOW };

const house = (actor: OrganizationActor, name: string, plate: string) =>
  createBuilding({
    actor,
    input: { name, plate, addressLine: `${name} ${plate}`, postalCode: "10563", city: "Αθήνα" },
    now: NOW,
  });

async function resident({ organizationId, role: _role, ...manager }: OrganizationActor): Promise<OrganizationActor> {
  const userId = newId();
  const email = `${userId}@example.gr`;
  await platformTransaction(async (tx) => {
    await tx.insert(userAccount).values({ id: userId, email, name: "Νίκος", locale: "el" });
    await tx.insert(membership).values({ organizationId, userId, role: "resident" });
  });
  return { ...manager, organizationId, userId, email, name: "Νίκος", role: "resident" };
}

describe("lists of buildings and apartments", () => {
  beforeAll(async () => {
    await loadCatalogues();
  });

  it("searches without accents and sorts as people count", async () => {
    const { actor } = await sampleOrganization({ planKey: "professional" });
    await house(actor, "Αγίας Σοφίας", "10");
    await house(actor, "Ερμού", "9");
    await house(actor, "Ηρώδου Αττικού", "9A");
    const search = async (query: string) => (await buildings(actor, { ...PAGE, query })).rows.map(({ name }) => name);

    expect(await search("ΣΟΦΙΑΣ")).toEqual(["Αγίας Σοφίας"]);
    expect(await search("ηρωδου")).toEqual(["Ηρώδου Αττικού"]);
    expect(await search("αθηνα")).toHaveLength(3);
    expect(await search("%")).toEqual([]);

    const sorted = async (id: string, descending = false) =>
      (await buildings(actor, { ...PAGE, sort: { id, descending } })).rows.map(({ plate }) => plate);
    expect(await sorted("plate")).toEqual(["9", "9A", "10"]);
    expect(await sorted("plate", true)).toEqual(["10", "9A", "9"]);
    expect(await sorted("unknown")).toEqual(await sorted("name"));

    const second = await buildings(actor, { ...PAGE, page: 2, pageSize: 2 });
    expect([second.rows.map(({ name }) => name), second.rowCount]).toEqual([["Ηρώδου Αττικού"], 3]);
    expect((await buildingNames(actor)).map(({ plate }) => plate)).toEqual(["10", "9", "9A"]);
  });

  it("counts apartments, residents and what stands empty", async () => {
    const { actor } = await sampleOrganization({ planKey: "professional" });
    const { id: buildingId } = await house(actor, "Ερμού", "1");
    const range = { buildingId, kind: "flat" as const, fromFloor: 1, toFloor: 2, perFloor: 10 };
    await createApartments({ actor, input: range, now: NOW });
    const parking = { buildingId, kind: "parking" as const, label: "P1", floor: -1 };
    const { id: parkingId } = await createApartment({ actor, input: parking, now: NOW });
    const person = await resident(actor);
    const list = await apartments(actor, { ...PAGE, buildingId });
    const ids = [list.rows[1]?.id ?? "", parkingId];
    for (const apartmentId of ids) {
      const input = { apartmentId, userId: person.userId, kind: "owner" as const, startsOn: "2026-03-10" };
      await startOccupancy({ actor, input, now: NOW });
      await expect(startOccupancy({ actor, input, now: NOW })).rejects.toMatchObject({ code: "already_exists" });
    }

    const numbers = Array.from({ length: 10 }, (_, at) => at + 1);
    expect(list.rows.map(({ label }) => label)).toEqual([
      "P1",
      ...numbers.map((number) => `Α${number}`),
      ...numbers.map((number) => `Β${number}`),
    ]);
    expect(await buildingDetail(actor, { buildingId, now: NOW })).toMatchObject({
      apartmentCount: 21,
      countedApartmentCount: 20,
      vacantApartmentCount: 19,
      residentCount: 1,
      announcementCount: 0,
    });
    expect(await propertyOverview(actor, { now: NOW })).toEqual({
      buildings: 1,
      apartments: 20,
      vacant: 19,
      residents: 1,
    });
    const [row] = (await buildings(actor, { ...PAGE, sort: { id: "residents", descending: true } })).rows;
    expect(row).toMatchObject({ apartmentCount: 21, residentCount: 1 });
    expect(await apartmentDetail(actor, { apartmentId: parkingId, now: NOW })).toMatchObject({
      occupants: [{ name: "Νίκος", kind: "owner" }],
    });

    const found = async (query: string) => (await apartments(actor, { ...PAGE, buildingId, query })).rowCount;
    expect(await Promise.all(["a1", "α1", "A10", "p", "x"].map(found))).toEqual([2, 2, 1, 1, 0]);
    expect((await apartments(actor, { ...PAGE, buildingId, kind: "parking" })).rowCount).toBe(1);
  });

  it("shows a resident their own homes and the board of their building, a page at a time", async () => {
    const { actor } = await sampleOrganization({ planKey: "professional" });
    const [mine, other] = [await house(actor, "Ερμού", "1"), await house(actor, "Άλλο", "2")];
    const flat = { buildingId: mine.id, label: "Α1", kind: "flat" as const, floor: 1 };
    const { id: apartmentId } = await createApartment({ actor, input: flat, now: NOW });
    const person = await resident(actor);
    const stranger = await resident(actor);
    const input = { apartmentId, userId: person.userId, kind: "tenant" as const, startsOn: "2026-03-01" };
    await startOccupancy({ actor, input, now: NOW });
    for (const [buildingId, title] of [...[1, 2, 3].map((at) => [mine.id, `Νερό ${at}`]), [other.id, "Άλλο"]] as [
      string,
      string,
    ][]) {
      await createAnnouncement({ actor, input: { buildingId, title, body: "Διακοπή" }, now: NOW });
    }

    const home = await residentHome(person, { now: NOW, pageSize: 2 });
    expect(home.apartments).toMatchObject([{ label: "Α1", occupancyKind: "tenant", building: { plate: "1" } }]);
    expect(home.announcements.rows.map(({ title }) => title)).toEqual(["Νερό 3", "Νερό 2"]);
    expect(home.announcements.rowCount).toBe(3);
    expect(home.announcements.rows[0]?.authorName).toBe("Maria Papadaki");
    const before = await residentHome(person, { now: new Date("2026-02-01T00:00:00Z") });
    expect(before.apartments).toEqual([]);
    expect(await residentHome(stranger, { now: NOW })).toEqual({
      apartments: [],
      announcements: { rows: [], rowCount: 0 },
    });

    expect((await announcements(actor, PAGE)).rowCount).toBe(4);
    expect((await announcements(actor, { ...PAGE, buildingId: other.id })).rowCount).toBe(1);
    expect((await announcements(actor, { ...PAGE, query: "νερο 2" })).rowCount).toBe(1);
  });

  it("shows nothing of another organization", async () => {
    const [mine, theirs] = [
      await sampleOrganization({ planKey: "professional" }),
      await sampleOrganization({ planKey: "professional" }),
    ];
    const { id: buildingId } = await house(theirs.actor, "Ερμού", "1");
    const flat = { buildingId, label: "Α1", kind: "flat" as const, floor: 1 };
    const { id: apartmentId } = await createApartment({ actor: theirs.actor, input: flat, now: NOW });
    const notice = { title: "x", body: "y" };
    await createAnnouncement({ actor: theirs.actor, input: { buildingId, ...notice }, now: NOW });

    const { actor } = mine;
    const occupancy = { apartmentId, userId: actor.userId, kind: "owner" as const, startsOn: "2026-03-01" };
    for (const id of [buildingId, newId(), "../etc"]) {
      await expect(buildingDetail(actor, { buildingId: id, now: NOW })).rejects.toMatchObject({ code: "not_found" });
    }
    for (const id of [apartmentId, "x"]) {
      await expect(apartmentDetail(actor, { apartmentId: id, now: NOW })).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(createAnnouncement({ actor, input: { buildingId, ...notice }, now: NOW })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(startOccupancy({ actor, input: occupancy, now: NOW })).rejects.toMatchObject({ code: "not_found" });
    expect((await apartments(actor, { ...PAGE, buildingId })).rowCount).toBe(0);
    expect((await announcements(actor, { ...PAGE, buildingId })).rowCount).toBe(0);
    expect((await buildings(actor, PAGE)).rowCount).toBe(0);
  });
});
