import "server-only";
import { and, eq } from "drizzle-orm";
import { apartment } from "@/db/schema/buildings";
import { organizationTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import { byNumberedText } from "@/lib/buildings/queries/sorting";
import { AppError } from "@/lib/core/errors";
import { isId } from "@/lib/core/ids";

export type TakenLabel = { label: string; floor: number };

/**
 * Every label of a building that is taken, with its floor, also by an archived apartment: none of them can be given again.
 * Another organization's building has none.
 * @throws AppError not_found for what is no id
 */
export function takenApartmentLabels(actor: OrganizationActor, buildingId: string): Promise<TakenLabel[]> {
  const { organizationId } = actor;
  return organizationTransaction(organizationId, async (tx) => {
    if (!isId(buildingId)) throw new AppError("not_found");
    return tx
      .select({ label: apartment.label, floor: apartment.floor })
      .from(apartment)
      .where(and(eq(apartment.organizationId, organizationId), eq(apartment.buildingId, buildingId)))
      .orderBy(...byNumberedText(apartment.label));
  });
}
