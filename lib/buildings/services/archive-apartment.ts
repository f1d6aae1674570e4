import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { apartment } from "@/db/schema/buildings";
import { organizationTransaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { OrganizationActor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { organizationNow } from "@/lib/organizations/queries/organization-now";

/**
 * Puts an apartment away; its history stays. It does not count towards the plan from the next day on. `now` is the wall clock.
 * @throws AppError not_found
 */
export function archiveApartment({
  actor,
  apartmentId,
  now,
}: {
  actor: OrganizationActor;
  apartmentId: string;
  now: Date;
}): Promise<void> {
  const { organizationId } = actor;
  return organizationTransaction(organizationId, async (tx) => {
    const archivedAt = await organizationNow(tx, organizationId, now);
    const [archived] = await tx
      .update(apartment)
      .set({ archivedAt })
      .where(
        and(eq(apartment.organizationId, organizationId), eq(apartment.id, apartmentId), isNull(apartment.archivedAt)),
      )
      .returning({ buildingId: apartment.buildingId, label: apartment.label });
    if (!archived) throw new AppError("not_found");

    const event = { organizationId, actor, action: "apartment.archived", entityType: "apartment" };
    await recordAudit(tx, [{ ...event, entityId: apartmentId, detail: archived, occurredAt: archivedAt }]);
  });
}
