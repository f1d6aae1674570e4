import "server-only";
import { organizationTransaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { OrganizationActor } from "@/lib/auth/actor";
import type { CreateApartmentInput } from "@/lib/buildings/schemas";
import { addApartments, refusingTakenLabel } from "@/lib/buildings/services/add-apartments";
import { assert } from "@/lib/core/assert";
import { organizationNow } from "@/lib/organizations/queries/organization-now";

/**
 * Adds one apartment to a building. `now` is the wall clock.
 * @throws AppError not_found, plan_limit, already_exists
 */
export function createApartment({
  actor,
  input: { buildingId, ...entry },
  now,
}: {
  actor: OrganizationActor;
  input: CreateApartmentInput;
  now: Date;
}): Promise<{ id: string }> {
  const { organizationId } = actor;
  const work = () =>
    organizationTransaction(organizationId, async (tx) => {
      const occurredAt = await organizationNow(tx, organizationId, now);
      const [id] = await addApartments(tx, { organizationId, buildingId, now: occurredAt }, [entry]);
      assert(id, "the apartment was not inserted");
      const event = { organizationId, actor, action: "apartment.created", entityType: "apartment", entityId: id };
      await recordAudit(tx, [{ ...event, detail: { buildingId, ...entry }, occurredAt }]);
      return { id };
    });
  return refusingTakenLabel(entry.label, work);
}
