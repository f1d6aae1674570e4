import "server-only";
import { and, asc, count, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { containsFolded } from "@/db/folded-text";
import { apartment, occupancy } from "@/db/schema/buildings";
import { userAccount } from "@/db/schema/identity";
import { type Executor, organizationTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import type { ApartmentKind } from "@/lib/buildings/apartment";
import { normalizeLabel } from "@/lib/buildings/apartment-label";
import type { ListPage, ListRequest } from "@/lib/core/list-page";
import type { OccupancyKind } from "@/lib/buildings/occupancy";
import { livingOn, organizationToday } from "@/lib/buildings/queries/living-occupancy";
import { byNumberedText, byText, orderBy } from "@/lib/buildings/queries/sorting";
import type { CalendarDate } from "@/lib/core/calendar";
import { AppError } from "@/lib/core/errors";
import { groupBy } from "@/lib/core/group-by";
import { isId } from "@/lib/core/ids";

export type Occupant = { userId: string; name: string; kind: OccupancyKind };

export type ApartmentRow = {
  id: string;
  buildingId: string;
  label: string;
  kind: ApartmentKind;
  floor: number;
  /** A decimal string; null when nobody measured. */
  areaSquareMetres: string | null;
  occupants: Occupant[];
};

const columns = {
  id: apartment.id,
  buildingId: apartment.buildingId,
  label: apartment.label,
  kind: apartment.kind,
  floor: apartment.floor,
  areaSquareMetres: apartment.areaSquareMetres,
};

const SORTS: Record<string, SQL[]> = {
  label: byNumberedText(apartment.label),
  floor: [sql`${apartment.floor}`],
  kind: [sql`${apartment.kind}`],
  area: [sql`coalesce(${apartment.areaSquareMetres}, 0)`],
};

/**
 * A building's apartments, without the archived, with who occupies them today: searched by label, sorted by APARTMENT_SORTS
 * (by floor when nothing is asked), a page at a time. Another organization's building has none. `now` is the wall clock.
 */
export function apartments(
  actor: OrganizationActor,
  { buildingId, kind, now, ...request }: ListRequest & { buildingId: string; kind?: ApartmentKind; now: Date },
): Promise<ListPage<ApartmentRow>> {
  const { organizationId } = actor;
  return organizationTransaction(organizationId, async (tx) => {
    if (!isId(buildingId)) throw new AppError("not_found");
    const wanted = and(
      eq(apartment.organizationId, organizationId),
      eq(apartment.buildingId, buildingId),
      isNull(apartment.archivedAt),
      kind ? eq(apartment.kind, kind) : undefined,
      labelContains(request.query),
    );
    const found = await tx
      .select(columns)
      .from(apartment)
      .where(wanted)
      .orderBy(
        ...orderBy(SORTS[request.sort?.id ?? "floor"], {
          descending: request.sort?.descending ?? false,
          last: [...byNumberedText(apartment.label), asc(apartment.id)],
        }),
      )
      .limit(request.pageSize)
      .offset((request.page - 1) * request.pageSize);
    const [total] = await tx.select({ rows: count() }).from(apartment).where(wanted);
    const rows = await withOccupants(tx, found, await organizationToday(tx, organizationId, now));
    return { rows, rowCount: total?.rows ?? 0 };
  });
}

/** As it was typed, or as the same code is kept: a Latin a1 finds the Greek Α1. */
function labelContains(query: string): SQL | undefined {
  return or(
    containsFolded([apartment.label], query),
    containsFolded([apartment.label], normalizeLabel(query.toUpperCase())),
  );
}

/**
 * One apartment. `now` is the wall clock.
 * @throws AppError not_found when it is another organization's, archived or unknown
 */
export function apartmentDetail(
  actor: OrganizationActor,
  { apartmentId, now }: { apartmentId: string; now: Date },
): Promise<ApartmentRow> {
  const { organizationId } = actor;
  return organizationTransaction(organizationId, async (tx) => {
    const mine = and(eq(apartment.organizationId, organizationId), isNull(apartment.archivedAt));
    const found = isId(apartmentId)
      ? await tx
          .select(columns)
          .from(apartment)
          .where(and(mine, eq(apartment.id, apartmentId)))
      : [];
    const [row] = await withOccupants(tx, found, await organizationToday(tx, organizationId, now));
    if (!row) throw new AppError("not_found");
    return row;
  });
}

async function withOccupants(
  tx: Executor,
  rows: Omit<ApartmentRow, "occupants">[],
  today: CalendarDate,
): Promise<ApartmentRow[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const people = await tx
    .select({
      apartmentId: occupancy.apartmentId,
      userId: occupancy.userId,
      name: userAccount.name,
      kind: occupancy.kind,
    })
    .from(occupancy)
    .innerJoin(userAccount, eq(userAccount.id, occupancy.userId))
    .where(and(inArray(occupancy.apartmentId, ids), livingOn(today)))
    .orderBy(asc(occupancy.kind), byText(userAccount.name), asc(occupancy.id));
  const byApartment = groupBy(people, ({ apartmentId }) => apartmentId);
  return rows.map((row) => ({
    ...row,
    occupants: (byApartment.get(row.id) ?? []).map(({ userId, name, kind }) => ({ userId, name, kind })),
  }));
}
