import "server-only";
import { organizationTransaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { OrganizationActor } from "@/lib/auth/actor";
import { labelsOfRange } from "@/lib/buildings/apartment-label";
import type { CreateApartmentsInput } from "@/lib/buildings/schemas";
import { addApartments, refusingTakenLabel } from "@/lib/buildings/services/add-apartments";
import { organizationNow } from "@/lib/organizations/queries/organization-now";

/**
 * Adds a range of floors with as many apartments each, labelled as doorbells are (Α1, Α2, Β1 …), all or none. One audit row
 * tells of the whole range. `now` is the wall clock.
 * @throws AppError not_found, plan_limit, already_exists (params: labels)
 */
export function createApartments({
  actor,
  input: { buildingId, kind, ...range },
  now,
}: {
  actor: OrganizationActor;
  input: CreateApartmentsInput;
  now: Date;
}): Promise<{ created: number }> {
  const { organizationId } = actor;
  const apartments = labelsOfRange(range).map((entry) => ({ ...entry, kind }));
  const work = () =>
    organizationTransaction(organizationId, async (tx) => {
      const occurredAt = await organizationNow(tx, organizationId, now);
      const ids = await addApartments(tx, { organizationId, buildingId, now: occurredAt }, apartments);
      const detail = { kind, ...range, created: ids.length };
      const event = { organizationId, actor, action: "building.apartments_created", entityType: "building" };
      await recordAudit(tx, [{ ...event, entityId: buildingId, detail, occurredAt }]);
      return { created: ids.length };
    });
  return refusingTakenLabel(apartments.map(({ label }) => label).join(", "), work);
}
