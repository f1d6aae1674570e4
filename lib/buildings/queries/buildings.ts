import "server-only";
import { and, asc, count, eq, isNull, type SQL, sql } from "drizzle-orm";
import { containsFolded } from "@/db/folded-text";
import { apartment, building } from "@/db/schema/buildings";
import { organizationTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import type { ListPage, ListRequest } from "@/lib/core/list-page";
import { organizationToday, residentCount } from "@/lib/buildings/queries/living-occupancy";
import { byNumberedText, byText, orderBy } from "@/lib/buildings/queries/sorting";

export type BuildingRow = {
  id: string;
  name: string;
  plate: string;
  addressLine: string;
  postalCode: string;
  city: string;
  /** Of every kind, also those the plan does not count. */
  apartmentCount: number;
  residentCount: number;
};

const outer = sql`${building}.id`;
const ofBuilding = and(sql`${apartment.buildingId} = ${outer}`, isNull(apartment.archivedAt));
const apartmentCount = sql<number>`(select count(*)::int from ${apartment} where ${ofBuilding})`;

/**
 * The organization's buildings, without the archived: searched by name, plate and address, sorted by BUILDING_SORTS, a page at
 * a time. `now` is the wall clock.
 */
export function buildings(
  actor: OrganizationActor,
  { now, ...request }: ListRequest & { now: Date },
): Promise<ListPage<BuildingRow>> {
  const { organizationId } = actor;
  return organizationTransaction(organizationId, async (tx) => {
    const residents = residentCount(outer, await organizationToday(tx, organizationId, now));
    const wanted = and(
      eq(building.organizationId, organizationId),
      isNull(building.archivedAt),
      containsFolded([building.name, building.plate, building.addressLine, building.city], request.query),
    );
    const sorts: Record<string, SQL[]> = {
      plate: byNumberedText(building.plate),
      name: [byText(building.name)],
      city: [byText(building.city)],
      apartments: [apartmentCount],
      residents: [residents],
    };
    const rows = await tx
      .select({
        id: building.id,
        name: building.name,
        plate: building.plate,
        addressLine: building.addressLine,
        postalCode: building.postalCode,
        city: building.city,
        apartmentCount,
        residentCount: residents,
      })
      .from(building)
      .where(wanted)
      .orderBy(
        ...orderBy(sorts[request.sort?.id ?? "name"], {
          descending: request.sort?.descending ?? false,
          last: [byText(building.name), asc(building.id)],
        }),
      )
      .limit(request.pageSize)
      .offset((request.page - 1) * request.pageSize);
    const [total] = await tx.select({ rows: count() }).from(building).where(wanted);
    return { rows, rowCount: total?.rows ?? 0 };
  });
}

export type BuildingName = { id: string; name: string; plate: string };

/** All buildings that are not archived, by name: for switchers and choices. */
export function buildingNames(actor: OrganizationActor): Promise<BuildingName[]> {
  const { organizationId } = actor;
  return organizationTransaction(organizationId, (tx) =>
    tx
      .select({ id: building.id, name: building.name, plate: building.plate })
      .from(building)
      .where(and(eq(building.organizationId, organizationId), isNull(building.archivedAt)))
      .orderBy(byText(building.name), asc(building.id)),
  );
}
