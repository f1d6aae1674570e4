import "server-only";
import { and, eq, isNull, notInArray, sql } from "drizzle-orm";
import { apartment, building, occupancy } from "@/db/schema/buildings";
import { organizationTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import { isVacant, livingOn, organizationToday } from "@/lib/buildings/queries/living-occupancy";
import { UNCOUNTED_APARTMENT_KINDS } from "@/lib/usage/measured-metric";

export type PropertyOverview = {
  buildings: number;
  /** Those the plan counts. */
  apartments: number;
  /** Of those, how many nobody occupies today. */
  vacant: number;
  residents: number;
};

/** What an organization looks after, in four numbers. `now` is the wall clock. */
export function propertyOverview(actor: OrganizationActor, { now }: { now: Date }): Promise<PropertyOverview> {
  const { organizationId } = actor;
  return organizationTransaction(organizationId, async (tx) => {
    const today = await organizationToday(tx, organizationId, now);
    const buildings = await tx.$count(
      building,
      and(eq(building.organizationId, organizationId), isNull(building.archivedAt)),
    );
    const counted = and(
      eq(apartment.organizationId, organizationId),
      isNull(apartment.archivedAt),
      notInArray(apartment.kind, [...UNCOUNTED_APARTMENT_KINDS]),
    );
    const [homes] = await tx
      .select({
        apartments: sql<number>`count(*)::int`,
        vacant: sql<number>`count(*) filter (where ${isVacant(today)})::int`,
      })
      .from(apartment)
      .where(counted);
    const [people] = await tx
      .select({ residents: sql<number>`count(distinct ${occupancy.userId})::int` })
      .from(occupancy)
      .innerJoin(apartment, eq(apartment.id, occupancy.apartmentId))
      .where(and(eq(occupancy.organizationId, organizationId), isNull(apartment.archivedAt), livingOn(today)));
    return {
      buildings,
      apartments: homes?.apartments ?? 0,
      vacant: homes?.vacant ?? 0,
      residents: people?.residents ?? 0,
    };
  });
}
