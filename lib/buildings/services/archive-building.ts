import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { apartment, building } from "@/db/schema/buildings";
import { organizationTransaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { OrganizationActor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { organizationNow } from "@/lib/organizations/queries/organization-now";

/**
 * Puts a building away with all its apartments: nothing is deleted, and none of it counts towards the plan from the next day on.
 * `now` is the wall clock.
 * @throws AppError not_found
 */
export function archiveBuilding({
  actor,
  buildingId,
  now,
}: {
  actor: OrganizationActor;
  buildingId: string;
  now: Date;
}): Promise<{ apartments: number }> {
  const { organizationId } = actor;
  return organizationTransaction(organizationId, async (tx) => {
    const archivedAt = await organizationNow(tx, organizationId, now);
    const [archived] = await tx
      .update(building)
      .set({ archivedAt })
      .where(and(eq(building.organizationId, organizationId), eq(building.id, buildingId), isNull(building.archivedAt)))
      .returning({ name: building.name });
    if (!archived) throw new AppError("not_found");

    const apartments = await tx
      .update(apartment)
      .set({ archivedAt })
      .where(
        and(
          eq(apartment.organizationId, organizationId),
          eq(apartment.buildingId, buildingId),
          isNull(apartment.archivedAt),
        ),
      )
      .returning({ id: apartment.id });
    const detail = { name: archived.name, apartments: apartments.length };
    const event = { organizationId, actor, action: "building.archived", entityType: "building", entityId: buildingId };
    await recordAudit(tx, [{ ...event, detail, occurredAt: archivedAt }]);
    return { apartments: apartments.length };
  });
}
