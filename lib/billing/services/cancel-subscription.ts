import "server-only";
import { and, eq } from "drizzle-orm";
import { subscription } from "@/db/schema/billing";
import { organizationTransaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { organizationNow } from "@/lib/organizations/queries/organization-now";

type Cancellation = { reason: string; comment: string };

/**
 * Cancels at the end of the open period, or (with null) undoes that while the period still runs.
 * @throws AppError not_found, illegal_transition when it is not running
 */
export async function cancelSubscription(request: {
  organizationId: string;
  subscriptionId: string;
  actor: Actor;
  wallClock: Date;
  cancellation: Cancellation | null;
}): Promise<void> {
  const { organizationId, subscriptionId, actor, cancellation } = request;
  await organizationTransaction(organizationId, async (tx) => {
    const now = await organizationNow(tx, organizationId, request.wallClock);
    const mine = and(eq(subscription.id, subscriptionId), eq(subscription.organizationId, organizationId));
    const [held] = await tx.select().from(subscription).where(mine).for("update");
    if (!held) throw new AppError("not_found");
    if (held.nextBoundaryAt === null)
      throw new AppError("illegal_transition", { params: { from: held.status, to: "canceled" } });

    await tx
      .update(subscription)
      .set({
        cancelAtPeriodEnd: cancellation !== null,
        cancelReason: cancellation?.reason ?? null,
        cancelComment: cancellation?.comment ?? null,
      })
      .where(mine);
    await recordAudit(tx, [
      {
        organizationId,
        actor,
        action: cancellation ? "subscription.cancellation_requested" : "subscription.cancellation_undone",
        entityType: "subscription",
        entityId: subscriptionId,
        detail: { ...cancellation },
        occurredAt: now,
      },
    ]);
  });
}
