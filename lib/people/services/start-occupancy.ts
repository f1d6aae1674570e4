import "server-only";
import { and, eq, gt, isNull, or } from "drizzle-orm";
import { apartment, occupancy } from "@/db/schema/buildings";
import { membership } from "@/db/schema/identity";
import { organizationTransaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { OrganizationActor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { organizationNow } from "@/lib/organizations/queries/organization-now";
import type { StartOccupancyInput } from "@/lib/people/schemas";

/**
 * Makes a member of the organization the owner or tenant of an apartment. Several may be at once; the same one not twice in the
 * same way. `now` is the wall clock.
 * @throws AppError not_found, already_exists
 */
export function startOccupancy({
  actor,
  input,
  now,
}: {
  actor: OrganizationActor;
  input: StartOccupancyInput;
  now: Date;
}): Promise<{ id: string }> {
  const { organizationId } = actor;
  const { apartmentId, userId, kind, startsOn } = input;
  return organizationTransaction(organizationId, async (tx) => {
    const occurredAt = await organizationNow(tx, organizationId, now);
    const [home] = await tx
      .select({ id: apartment.id })
      .from(apartment)
      .where(
        and(eq(apartment.organizationId, organizationId), eq(apartment.id, apartmentId), isNull(apartment.archivedAt)),
      )
      .for("update");
    const [member] = await tx
      .select({ id: membership.id })
      .from(membership)
      .where(
        and(eq(membership.organizationId, organizationId), eq(membership.userId, userId), isNull(membership.endedAt)),
      );
    if (!home || !member) throw new AppError("not_found");

    const [same] = await tx
      .select({ id: occupancy.id })
      .from(occupancy)
      .where(
        and(
          eq(occupancy.organizationId, organizationId),
          eq(occupancy.apartmentId, apartmentId),
          eq(occupancy.userId, userId),
          eq(occupancy.kind, kind),
          or(isNull(occupancy.endsOn), gt(occupancy.endsOn, startsOn)),
        ),
      );
    if (same) throw new AppError("already_exists");

    const id = newId();
    await tx.insert(occupancy).values({ id, organizationId, ...input });
    const event = { organizationId, actor, action: "occupancy.started", entityType: "apartment" };
    await recordAudit(tx, [{ ...event, entityId: apartmentId, detail: { userId, kind, startsOn }, occurredAt }]);
    return { id };
  });
}
