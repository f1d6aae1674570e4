import "server-only";
import { and, eq, isNull, notInArray, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { announcement, apartment, building } from "@/db/schema/buildings";
import { organizationTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import { isVacant, organizationToday, residentCount } from "@/lib/buildings/queries/living-occupancy";
import { AppError } from "@/lib/core/errors";
import { isId } from "@/lib/core/ids";
import { UNCOUNTED_APARTMENT_KINDS } from "@/lib/usage/measured-metric";

export type BuildingDetail = {
  id: string;
  name: string;
  plate: string;
  addressLine: string;
  postalCode: string;
  city: string;
  createdAt: Date;
  apartmentCount: number;
  /** Those the plan counts: without storage rooms and parking spaces. */
  countedApartmentCount: number;
  /** Of those the plan counts, how many nobody occupies today. */
  vacantApartmentCount: number;
  residentCount: number;
  announcementCount: number;
};

/**
 * One building with its counts. `now` is the wall clock.
 * @throws AppError not_found when it is another organization's, archived or unknown
 */
export function buildingDetail(
  actor: OrganizationActor,
  { buildingId, now }: { buildingId: string; now: Date },
): Promise<BuildingDetail> {
  const { organizationId } = actor;
  return organizationTransaction(organizationId, async (tx) => {
    if (!isId(buildingId)) throw new AppError("not_found");
    const today = await organizationToday(tx, organizationId, now);
    const outer = sql`${building}.id`;
    const all = and(sql`${apartment.buildingId} = ${outer}`, isNull(apartment.archivedAt));
    const counted = and(all, notInArray(apartment.kind, [...UNCOUNTED_APARTMENT_KINDS]));
    const notices = sql`${announcement.buildingId} = ${outer}`;

    const [found] = await tx
      .select({
        id: building.id,
        name: building.name,
        plate: building.plate,
        addressLine: building.addressLine,
        postalCode: building.postalCode,
        city: building.city,
        createdAt: building.createdAt,
        apartmentCount: countOf(apartment, all),
        countedApartmentCount: countOf(apartment, counted),
        vacantApartmentCount: countOf(apartment, and(counted, isVacant(today))),
        residentCount: residentCount(outer, today),
        announcementCount: countOf(announcement, notices),
      })
      .from(building)
      .where(
        and(eq(building.organizationId, organizationId), eq(building.id, buildingId), isNull(building.archivedAt)),
      );
    if (!found) throw new AppError("not_found");
    return found;
  });
}

function countOf(table: PgTable, condition: SQL | undefined): SQL<number> {
  return sql<number>`(select count(*)::int from ${table} where ${condition})`;
}
