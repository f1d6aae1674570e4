import "server-only";
import { building } from "@/db/schema/buildings";
import { organizationTransaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { OrganizationActor } from "@/lib/auth/actor";
import type { BuildingInput } from "@/lib/buildings/schemas";
import { newId } from "@/lib/core/ids";
import { organizationNow } from "@/lib/organizations/queries/organization-now";
import { recordMeasured } from "@/lib/usage/services/record-measured";
import { requireWithinLimit } from "@/lib/usage/services/require-limit";

/**
 * Adds a building. `now` is the wall clock.
 * @throws AppError plan_limit when the plan allows no more
 */
export function createBuilding({
  actor,
  input,
  now,
}: {
  actor: OrganizationActor;
  input: BuildingInput;
  now: Date;
}): Promise<{ id: string }> {
  const { organizationId } = actor;
  return organizationTransaction(organizationId, async (tx) => {
    const occurredAt = await organizationNow(tx, organizationId, now);
    await requireWithinLimit(tx, { organizationId, feature: "buildings", wanted: "1", now: occurredAt });

    const id = newId();
    await tx.insert(building).values({ id, organizationId, ...input });
    await recordMeasured(tx, { organizationId, metric: "buildings", now: occurredAt });
    const event = { organizationId, actor, action: "building.created", entityType: "building", entityId: id };
    await recordAudit(tx, [{ ...event, detail: { name: input.name, plate: input.plate }, occurredAt }]);
    return { id };
  });
}
