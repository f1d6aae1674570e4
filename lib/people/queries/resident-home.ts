import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { apartment, building, occupancy } from "@/db/schema/buildings";
import { organizationTransaction } from "@/db/transaction";
import { type AnnouncementRow, announcementsOf } from "@/lib/announcements/queries/announcements";
import type { OrganizationActor } from "@/lib/auth/actor";
import type { ApartmentKind } from "@/lib/buildings/apartment";
import type { ListPage } from "@/lib/core/list-page";
import type { OccupancyKind } from "@/lib/buildings/occupancy";
import { livingOn, organizationToday } from "@/lib/buildings/queries/living-occupancy";
import { byText } from "@/lib/buildings/queries/sorting";
import { organizationNow } from "@/lib/organizations/queries/organization-now";

export type ResidentApartment = {
  apartmentId: string;
  label: string;
  kind: ApartmentKind;
  floor: number;
  areaSquareMetres: string | null;
  occupancyKind: OccupancyKind;
  startsOn: string;
  building: { id: string; name: string; plate: string; addressLine: string; postalCode: string; city: string };
};

export type ResidentHome = { apartments: ResidentApartment[]; announcements: ListPage<AnnouncementRow> };

/**
 * A resident's own apartments today and the newest announcements of their buildings, a page at a time. Someone without an
 * apartment sees neither. `now` is the wall clock.
 */
export function residentHome(
  actor: OrganizationActor,
  { now, page = 1, pageSize = 10 }: { now: Date; page?: number; pageSize?: number },
): Promise<ResidentHome> {
  const { organizationId, userId } = actor;
  return organizationTransaction(organizationId, async (tx) => {
    const today = await organizationToday(tx, organizationId, now);
    const apartments = await tx
      .select({
        apartmentId: apartment.id,
        label: apartment.label,
        kind: apartment.kind,
        floor: apartment.floor,
        areaSquareMetres: apartment.areaSquareMetres,
        occupancyKind: occupancy.kind,
        startsOn: occupancy.startsOn,
        building: {
          id: building.id,
          name: building.name,
          plate: building.plate,
          addressLine: building.addressLine,
          postalCode: building.postalCode,
          city: building.city,
        },
      })
      .from(occupancy)
      .innerJoin(apartment, eq(apartment.id, occupancy.apartmentId))
      .innerJoin(building, eq(building.id, apartment.buildingId))
      .where(
        and(
          eq(occupancy.organizationId, organizationId),
          eq(occupancy.userId, userId),
          livingOn(today),
          isNull(apartment.archivedAt),
          isNull(building.archivedAt),
        ),
      )
      .orderBy(byText(building.name), byText(apartment.label), asc(occupancy.id));
    const announcements = await announcementsOf(tx, {
      organizationId,
      buildingIds: [...new Set(apartments.map((row) => row.building.id))],
      until: await organizationNow(tx, organizationId, now),
      page,
      pageSize,
    });
    return { apartments, announcements };
  });
}
