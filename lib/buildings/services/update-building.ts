import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { building } from "@/db/schema/buildings";
import { organizationTransaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { OrganizationActor } from "@/lib/auth/actor";
import type { UpdateBuildingInput } from "@/lib/buildings/schemas";
import { AppError } from "@/lib/core/errors";
import { organizationNow } from "@/lib/organizations/queries/organization-now";

/**
 * Changes what is written about a building. `now` is the wall clock.
 * @throws AppError not_found
 */
export function updateBuilding({
  actor,
  input: { buildingId, ...values },
  now,
}: {
  actor: OrganizationActor;
  input: UpdateBuildingInput;
  now: Date;
}): Promise<void> {
  const { organizationId } = actor;
  return organizationTransaction(organizationId, async (tx) => {
    const occurredAt = await organizationNow(tx, organizationId, now);
    const mine = and(
      eq(building.organizationId, organizationId),
      eq(building.id, buildingId),
      isNull(building.archivedAt),
    );
    const [changed] = await tx.update(building).set(values).where(mine).returning({ id: building.id });
    if (!changed) throw new AppError("not_found");

    const event = { organizationId, actor, action: "building.updated", entityType: "building", entityId: buildingId };
    await recordAudit(tx, [{ ...event, detail: values, occurredAt }]);
  });
}
