import "server-only";
import { and, eq, gt, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { apartment, occupancy } from "@/db/schema/buildings";
import { organization } from "@/db/schema/organizations";
import type { Executor } from "@/db/transaction";
import type { CalendarDate } from "@/lib/core/calendar";
import { AppError } from "@/lib/core/errors";
import { dateInZone } from "@/lib/core/time-zone";
import { organizationNow } from "@/lib/organizations/queries/organization-now";

/** The organization's own date at the wall clock given. */
export async function organizationToday(tx: Executor, organizationId: string, wallClock: Date): Promise<CalendarDate> {
  const now = await organizationNow(tx, organizationId, wallClock);
  const [row] = await tx
    .select({ timeZone: organization.timeZone })
    .from(organization)
    .where(eq(organization.id, organizationId));
  if (!row) throw new AppError("not_found");
  return dateInZone(now, row.timeZone);
}

/** Occupancies that hold on a day: the day of moving in counts, the day of moving out does not. */
export function livingOn(today: CalendarDate): SQL | undefined {
  return and(lte(occupancy.startsOn, today), or(isNull(occupancy.endsOn), gt(occupancy.endsOn, today)));
}

/** Whether nobody occupies the apartment of the outer query. */
export function isVacant(today: CalendarDate): SQL {
  const held = and(eq(occupancy.apartmentId, apartment.id), livingOn(today));
  return sql`not exists (select 1 from ${occupancy} where ${held})`;
}

/** How many people live in or own an apartment of the building of the outer query. */
export function residentCount(buildingId: SQL, today: CalendarDate): SQL<number> {
  const inBuilding = and(eq(apartment.id, occupancy.apartmentId), sql`${apartment.buildingId} = ${buildingId}`);
  return sql<number>`(
    select count(distinct user_id)::int from ${occupancy} join ${apartment} on ${inBuilding}
    where ${and(isNull(apartment.archivedAt), livingOn(today))})`;
}
