import "server-only";
import { announcement } from "@/db/schema/buildings";
import { organizationTransaction } from "@/db/transaction";
import type { CreateAnnouncementInput } from "@/lib/announcements/schemas";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { OrganizationActor } from "@/lib/auth/actor";
import { requireBuilding } from "@/lib/buildings/services/require-building";
import { newId } from "@/lib/core/ids";
import { organizationNow } from "@/lib/organizations/queries/organization-now";

/**
 * Puts a notice on a building's board at once. `now` is the wall clock.
 * @throws AppError not_found
 */
export function createAnnouncement({
  actor,
  input,
  now,
}: {
  actor: OrganizationActor;
  input: CreateAnnouncementInput;
  now: Date;
}): Promise<{ id: string }> {
  const { organizationId, userId } = actor;
  return organizationTransaction(organizationId, async (tx) => {
    const publishedAt = await organizationNow(tx, organizationId, now);
    await requireBuilding(tx, { organizationId, buildingId: input.buildingId });

    const id = newId();
    await tx.insert(announcement).values({ id, organizationId, ...input, publishedAt, authorUserId: userId });
    const detail = { buildingId: input.buildingId, title: input.title };
    const event = { organizationId, actor, action: "announcement.published", entityType: "announcement", entityId: id };
    await recordAudit(tx, [{ ...event, detail, occurredAt: publishedAt }]);
    return { id };
  });
}
