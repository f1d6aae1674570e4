import "server-only";
import { and, count, desc, eq, inArray, isNull, lte } from "drizzle-orm";
import { containsFolded } from "@/db/folded-text";
import { announcement, building } from "@/db/schema/buildings";
import { userAccount } from "@/db/schema/identity";
import { type Executor, organizationTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import type { ListPage, ListRequest } from "@/lib/core/list-page";
import { organizationNow } from "@/lib/organizations/queries/organization-now";

export type AnnouncementRow = {
  id: string;
  title: string;
  body: string;
  publishedAt: Date;
  /** Null when the author's account is gone. */
  authorName: string | null;
  building: { id: string; name: string; plate: string };
};

/**
 * The organization's announcements, newest first, for those who manage them: of all buildings or of one, searched by title and
 * body. `now` is the wall clock.
 */
export function announcements(
  actor: OrganizationActor,
  { buildingId, now, ...request }: ListRequest & { buildingId?: string; now: Date },
): Promise<ListPage<AnnouncementRow>> {
  const { organizationId } = actor;
  return organizationTransaction(organizationId, async (tx) =>
    announcementsOf(tx, {
      organizationId,
      ...(buildingId === undefined ? {} : { buildingIds: [buildingId] }),
      until: await organizationNow(tx, organizationId, now),
      ...request,
    }),
  );
}

/** The same within an open transaction; without `buildingIds` of all buildings, with none of none. */
export async function announcementsOf(
  tx: Executor,
  scope: {
    organizationId: string;
    buildingIds?: readonly string[];
    until: Date;
    page: number;
    pageSize: number;
    query?: string;
  },
): Promise<ListPage<AnnouncementRow>> {
  const wanted = and(
    eq(announcement.organizationId, scope.organizationId),
    isNull(building.archivedAt),
    lte(announcement.publishedAt, scope.until),
    scope.buildingIds ? inArray(announcement.buildingId, [...scope.buildingIds]) : undefined,
    containsFolded([announcement.title, announcement.body], scope.query ?? ""),
  );
  const rows = await tx
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
    .leftJoin(userAccount, eq(userAccount.id, announcement.authorUserId))
    .where(wanted)
    .orderBy(desc(announcement.publishedAt), desc(announcement.id))
    .limit(scope.pageSize)
    .offset((scope.page - 1) * scope.pageSize);
  const [total] = await tx
    .select({ rows: count() })
    .from(announcement)
    .innerJoin(building, eq(building.id, announcement.buildingId))
    .where(wanted);
  return { rows, rowCount: total?.rows ?? 0 };
}
