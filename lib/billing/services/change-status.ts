import "server-only";
import { eq } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { subscription } from "@/db/schema/billing";
import type { Executor } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { nextStatus, type SubscriptionEvent, type SubscriptionStatus } from "@/lib/billing/subscription";
import { AppError } from "@/lib/core/errors";

export type StatusChange = { subscriptionId: string; now: Date; actor: Actor };

/**
 * Takes a subscription through one event of its state machine, and audits it when the status changes.
 * @throws AppError not_found, illegal_transition
 */
export async function changeStatus(
  tx: Executor,
  change: StatusChange & { event: SubscriptionEvent; columns?: PgUpdateSetSource<typeof subscription> },
): Promise<SubscriptionStatus> {
  const [held] = await tx
    .select({ status: subscription.status, organizationId: subscription.organizationId })
    .from(subscription)
    .where(eq(subscription.id, change.subscriptionId))
    .for("update");
  if (!held) throw new AppError("not_found");

  const status = nextStatus(held.status, change.event);
  await tx
    .update(subscription)
    .set({ ...change.columns, status })
    .where(eq(subscription.id, change.subscriptionId));
  if (status !== held.status) {
    await recordAudit(tx, [
      {
        organizationId: held.organizationId,
        actor: change.actor,
        action: `subscription.${status}`,
        entityType: "subscription",
        entityId: change.subscriptionId,
        detail: { from: held.status, event: change.event },
        occurredAt: change.now,
      },
    ]);
  }
  return status;
}
