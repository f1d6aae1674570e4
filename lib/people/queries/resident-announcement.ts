import "server-only";
import { and, eq, isNull, lte } from "drizzle-orm";
import { announcement, apartment, building, occupancy } from "@/db/schema/buildings";
import { userAccount } from "@/db/schema/identity";
import { organizationTransaction } from "@/db/transaction";
import type { AnnouncementRow } from "@/lib/announcements/queries/announcements";
import type { OrganizationActor } from "@/lib/auth/actor";
import { livingOn, organizationToday } from "@/lib/buildings/queries/living-occupancy";
import { AppError } from "@/lib/core/errors";
import { isId } from "@/lib/core/ids";
import { organizationNow } from "@/lib/organizations/queries/organization-now";

/**
 * One announcement of a building the resident lives in or owns in today. `now` is the wall clock.
 * @throws AppError not_found when it is another building's, not published yet or unknown
 */
export function residentAnnouncement(
  actor: OrganizationActor,
  { announcementId, now }: { announcementId: string; now: Date },
): Promise<AnnouncementRow> {
  const { organizationId, userId } = actor;
  return organizationTransaction(organizationId, async (tx) => {
    if (!isId(announcementId)) throw new AppError("not_found");
    const today = await organizationToday(tx, organizationId, now);
    const mine = and(eq(occupancy.userId, userId), isNull(apartment.archivedAt), livingOn(today));
    const [found] = await tx
      .select({
        id: announcement.id,
        title: announcement.title,
        body: announcement.body,
        publishedAt: announcement.publishedAt,
        authorName: userAccount.name,
        building: { id: building.id, name: building.name, plate: building.plate },
      })
      .from(announcement)
      .innerJoin(building, eq(building.id, announcement.buildingId))
      .innerJoin(apartment, eq(apartment.buildingId, building.id))
      .innerJoin(occupancy, and(eq(occupancy.apartmentId, apartment.id), mine))
      .leftJoin(userAccount, eq(userAccount.id, announcement.authorUserId))
      .where(
        and(
          eq(announcement.organizationId, organizationId),
          eq(announcement.id, announcementId),
          isNull(building.archivedAt),
          lte(announcement.publishedAt, await organizationNow(tx, organizationId, now)),
        ),
      )
      .limit(1);
    if (!found) throw new AppError("not_found");
    return found;
  });
}
