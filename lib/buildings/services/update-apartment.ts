import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { apartment } from "@/db/schema/buildings";
import { organizationTransaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { OrganizationActor } from "@/lib/auth/actor";
import type { UpdateApartmentInput } from "@/lib/buildings/schemas";
import { refusingTakenLabel } from "@/lib/buildings/services/add-apartments";
import { AppError } from "@/lib/core/errors";
import { organizationNow } from "@/lib/organizations/queries/organization-now";
import { countsAsApartment } from "@/lib/usage/measured-metric";
import { recordMeasured } from "@/lib/usage/services/record-measured";
import { requireWithinLimit } from "@/lib/usage/services/require-limit";

/**
 * Changes an apartment. One that begins to count towards the plan (a storage room becomes a flat) needs room in it. `now` is
 * the wall clock.
 * @throws AppError not_found, plan_limit, already_exists
 */
export function updateApartment({
  actor,
  input: { apartmentId, ...values },
  now,
}: {
  actor: OrganizationActor;
  input: UpdateApartmentInput;
  now: Date;
}): Promise<void> {
  const { organizationId } = actor;
  const mine = and(
    eq(apartment.organizationId, organizationId),
    eq(apartment.id, apartmentId),
    isNull(apartment.archivedAt),
  );
  const work = () =>
    organizationTransaction(organizationId, async (tx) => {
      const occurredAt = await organizationNow(tx, organizationId, now);
      const [before] = await tx.select({ kind: apartment.kind }).from(apartment).where(mine).for("update");
      if (!before) throw new AppError("not_found");

      const startsToCount = !countsAsApartment(before.kind) && countsAsApartment(values.kind);
      if (startsToCount) {
        await requireWithinLimit(tx, { organizationId, feature: "apartments", wanted: "1", now: occurredAt });
      }
      await tx
        .update(apartment)
        .set({ ...values, areaSquareMetres: values.areaSquareMetres ?? null })
        .where(mine);
      if (startsToCount) await recordMeasured(tx, { organizationId, metric: "apartments", now: occurredAt });

      const event = { organizationId, actor, action: "apartment.updated", entityType: "apartment" };
      await recordAudit(tx, [{ ...event, entityId: apartmentId, detail: values, occurredAt }]);
    });
  return refusingTakenLabel(values.label, work);
}
