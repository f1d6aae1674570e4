import "server-only";
import { and, inArray, isNull, lte } from "drizzle-orm";
import { subscription } from "@/db/schema/billing";
import type { Executor } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { Actor } from "@/lib/auth/actor";

const MAX_REASON = 2000;

/**
 * Sets aside the due subscriptions of some accounts for a person to see, with the reason, so that the rest go on.
 * Returns how many were parked.
 */
export async function parkSubscription(
  tx: Executor,
  request: { accountIds: string[]; subscriptionIds?: string[]; dueAt: Date; reason: string; now: Date; actor: Actor },
): Promise<number> {
  const reason = request.reason.slice(0, MAX_REASON);
  const parked = await tx
    .update(subscription)
    .set({ parkedAt: request.now, parkedReason: reason })
    .where(
      and(
        inArray(subscription.billingAccountId, request.accountIds),
        request.subscriptionIds ? inArray(subscription.id, request.subscriptionIds) : undefined,
        lte(subscription.nextBoundaryAt, request.dueAt),
        isNull(subscription.parkedAt),
      ),
    )
    .returning({ id: subscription.id, organizationId: subscription.organizationId });

  await recordAudit(
    tx,
    parked.map((row) => ({
      organizationId: row.organizationId,
      actor: request.actor,
      action: "subscription.parked",
      entityType: "subscription",
      entityId: row.id,
      detail: { reason },
      occurredAt: request.now,
    })),
  );
  return parked.length;
}
