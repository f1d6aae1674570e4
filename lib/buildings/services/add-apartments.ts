import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { apartment } from "@/db/schema/buildings";
import { type Executor, postgresCode } from "@/db/transaction";
import type { ApartmentKind } from "@/lib/buildings/apartment";
import { requireBuilding } from "@/lib/buildings/services/require-building";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { countsAsApartment } from "@/lib/usage/measured-metric";
import { recordMeasured } from "@/lib/usage/services/record-measured";
import { requireWithinLimit } from "@/lib/usage/services/require-limit";

export type NewApartment = { label: string; kind: ApartmentKind; floor: number; areaSquareMetres?: string | undefined };

/** SQLSTATE unique_violation. */
const UNIQUE_VIOLATION = "23505";

/**
 * Adds apartments to one building, all or none: checks the plan's limit for those it counts, and raises today's snapshot.
 * `now` is the organization's own. Returns their ids in the order given.
 * @throws AppError not_found, plan_limit, already_exists (params: labels) when a label is taken, also by an archived one
 */
export async function addApartments(
  tx: Executor,
  target: { organizationId: string; buildingId: string; now: Date },
  apartments: readonly NewApartment[],
): Promise<string[]> {
  const { organizationId, buildingId, now } = target;
  await requireBuilding(tx, { organizationId, buildingId });
  const counted = apartments.filter(({ kind }) => countsAsApartment(kind)).length;
  if (counted > 0) {
    await requireWithinLimit(tx, { organizationId, feature: "apartments", wanted: String(counted), now });
  }
  await refuseTakenLabels(tx, target, apartments);

  const rows = apartments.map(({ areaSquareMetres, ...entry }) => ({
    id: newId(),
    organizationId,
    buildingId,
    ...entry,
    areaSquareMetres: areaSquareMetres ?? null,
  }));
  await tx.insert(apartment).values(rows);
  if (counted > 0) await recordMeasured(tx, { organizationId, metric: "apartments", now });
  return rows.map(({ id }) => id);
}

async function refuseTakenLabels(
  tx: Executor,
  { organizationId, buildingId }: { organizationId: string; buildingId: string },
  apartments: readonly NewApartment[],
): Promise<void> {
  const labels = apartments.map(({ label }) => label);
  const taken = await tx
    .select({ label: apartment.label })
    .from(apartment)
    .where(
      and(
        eq(apartment.organizationId, organizationId),
        eq(apartment.buildingId, buildingId),
        inArray(apartment.label, labels),
      ),
    );
  if (taken.length > 0) throw labelTaken(taken.map(({ label }) => label));
}

/** @returns the error of a form whose label another apartment of the building has */
function labelTaken(labels: readonly string[]): AppError {
  return new AppError("already_exists", {
    params: { labels: labels.join(", ") },
    fieldErrors: { label: ["already_exists"] },
  });
}

/** Runs work that may meet another with the same label at the same moment, and says so as an expected error. */
export async function refusingTakenLabel<T>(label: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (postgresCode(error) === UNIQUE_VIOLATION) throw labelTaken([label]);
    throw error;
  }
}
