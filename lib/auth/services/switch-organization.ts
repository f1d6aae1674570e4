import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { membership, userSession } from "@/db/schema/identity";
import { platformTransaction } from "@/db/transaction";
import type { UserActor } from "@/lib/auth/actor";
import { recordAuthEvent } from "@/lib/auth/services/record-auth-event";
import { AppError } from "@/lib/core/errors";

/**
 * Makes another of one's organizations the one this browser acts in, from the next request on.
 * @throws AppError not_found when the actor is no member of it
 */
export async function switchOrganization(change: {
  actor: UserActor;
  organizationId: string;
  now: Date;
}): Promise<void> {
  const { actor, organizationId, now } = change;
  await platformTransaction(async (tx) => {
    const [member] = await tx
      .select({ id: membership.id })
      .from(membership)
      .where(
        and(
          eq(membership.organizationId, organizationId),
          eq(membership.userId, actor.userId),
          isNull(membership.endedAt),
        ),
      );
    if (!member) throw new AppError("not_found");

    await tx.update(userSession).set({ organizationId }).where(eq(userSession.id, actor.sessionId));
    await recordAuthEvent(tx, {
      action: "session.organization_switched",
      userId: actor.userId,
      sessionId: actor.sessionId,
      ipAddress: actor.ipAddress,
      occurredAt: now,
      organizationId,
    });
  });
}
