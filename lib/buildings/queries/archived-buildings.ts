import "server-only";
import { and, asc, count, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { containsFolded } from "@/db/folded-text";
import { building } from "@/db/schema/buildings";
import { organizationTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import { byNumberedText, byText, orderBy } from "@/lib/buildings/queries/sorting";
import type { ListPage, ListRequest } from "@/lib/core/list-page";

export type ArchivedBuildingRow = {
  id: string;
  name: string;
  plate: string;
  addressLine: string;
  postalCode: string;
  city: string;
  archivedAt: Date;
};

const SORTS: Record<string, SQL[]> = {
  plate: byNumberedText(building.plate),
  name: [byText(building.name)],
  city: [byText(building.city)],
};

/** The buildings the organization has put away, the last one first unless asked otherwise. */
export function archivedBuildings(
  actor: OrganizationActor,
  request: ListRequest,
): Promise<ListPage<ArchivedBuildingRow>> {
  const { organizationId } = actor;
  return organizationTransaction(organizationId, async (tx) => {
    const wanted = and(
      eq(building.organizationId, organizationId),
      isNotNull(building.archivedAt),
      containsFolded([building.name, building.plate, building.addressLine, building.city], request.query),
    );
    const rows = await tx
      .select({
        id: building.id,
        name: building.name,
        plate: building.plate,
        addressLine: building.addressLine,
        postalCode: building.postalCode,
        city: building.city,
        archivedAt: sql<Date>`${building.archivedAt}`.mapWith(building.archivedAt),
      })
      .from(building)
      .where(wanted)
      .orderBy(
        ...orderBy(SORTS[request.sort?.id ?? ""], {
          descending: request.sort?.descending ?? false,
          last: [sql`${building.archivedAt} desc`, asc(building.id)],
        }),
      )
      .limit(request.pageSize)
      .offset((request.page - 1) * request.pageSize);
    const [total] = await tx.select({ rows: count() }).from(building).where(wanted);
    return { rows, rowCount: total?.rows ?? 0 };
  });
}
