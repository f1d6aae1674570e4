import { and, asc, eq } from "drizzle-orm";
import { apartment, building, occupancy } from "@/db/schema/buildings";
import { organizationTransaction, platformTransaction } from "@/db/transaction";
import type { DemoWorld } from "@/db/seed/demo/demo-world";
import { addPerson } from "@/db/seed/demo/sign-up";
import { SUPER_ADMIN } from "@/db/seed/demo/super-admin";
import { createAnnouncement } from "@/lib/announcements/services/create-announcement";
import type { OrganizationActor } from "@/lib/auth/actor";
import { dateInZone } from "@/lib/core/time-zone";
import { organizationNow } from "@/lib/organizations/queries/organization-now";

const RESIDENT = { email: "resident@akti.example", name: "Μαρία Παπαδάκη" };

const NOTICES = [
  {
    title: "Καθαρισμός κοινόχρηστων χώρων",
    body: "Το συνεργείο καθαρίζει πλέον κάθε Δευτέρα και Πέμπτη, από τις 08:00 έως τις 10:00.",
  },
  {
    title: "Έλεγχος ανελκυστήρα",
    body: "Ο ετήσιος έλεγχος του ανελκυστήρα ολοκληρώθηκε. Το πιστοποιητικό βρίσκεται στα έγγραφα του κτιρίου.",
  },
  {
    title: "Διακοπή νερού την Τρίτη",
    body: "Από 09:00 έως 13:00, για αλλαγή κεντρικής βάνας. Αφορά όλο το κτίριο.",
  },
];

export type DemoSignIn = { role: string; email: string; note: string };

/** A resident moves into the first organization's first building, which has its notices up. Returns who can sign in. */
export async function furnishFirstHome(world: DemoWorld, owner: OrganizationActor | undefined): Promise<DemoSignIn[]> {
  if (!owner) return [];
  const { organizationId } = owner;
  const home = await organizationTransaction(organizationId, async (tx) => {
    const [first] = await tx
      .select({ buildingId: building.id, apartmentId: apartment.id })
      .from(building)
      .innerJoin(apartment, and(eq(apartment.buildingId, building.id), eq(apartment.label, "Β3")))
      .where(eq(building.organizationId, organizationId))
      .orderBy(asc(building.createdAt))
      .limit(1);
    return first;
  });
  if (!home) throw new Error("the first building has no apartment Β3");

  for (const notice of NOTICES) {
    await createAnnouncement({
      actor: owner,
      input: { buildingId: home.buildingId, ...notice },
      now: world.wallClock(),
    });
  }
  await platformTransaction(async (tx) => {
    const userId = await addPerson(tx, { world, organizationId, ...RESIDENT, role: "resident", locale: "el" });
    const now = await organizationNow(tx, organizationId, world.wallClock());
    const startsOn = dateInZone(now, "Europe/Athens");
    await tx
      .insert(occupancy)
      .values({ organizationId, apartmentId: home.apartmentId, userId, kind: "tenant", startsOn });
  });
  return [
    { role: "Manager", email: owner.email, note: "Professional, over its apartments" },
    { role: "Resident", email: RESIDENT.email, note: "of the first building" },
    { role: "Super-admin", email: SUPER_ADMIN.email, note: "the whole business" },
    { role: "Manager", email: "owner@voria.example", note: "whose card was declined" },
    { role: "Manager", email: "owner@nea-arhi.example", note: "in the middle of a trial" },
  ];
}
