import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { subscription } from "@/db/schema/billing";
import { platformTransaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { Actor } from "@/lib/auth/actor";
import type { ClosingScope } from "@/lib/billing/services/claim-due-accounts";
import { inScope } from "@/lib/billing/services/closing-scope";
import { enqueueOutbox } from "@/lib/outbox/services/enqueue-outbox";

/** Days before a trial's end on which its owner is told. */
export const TRIAL_REMINDER_DAYS = 3;

/** Notes, once each, the trials that end within three days, and leaves a message for their owners. Returns how many. */
export async function remindEndingTrials(due: { now: Date; scope: ClosingScope; actor: Actor }): Promise<number> {
  const soon = new Date(due.now.getTime() + TRIAL_REMINDER_DAYS * 86_400_000);
  return platformTransaction(async (tx) => {
    const ending = await tx
      .update(subscription)
      .set({ trialReminderSentAt: due.now })
      .where(
        and(
          inScope(due.scope),
          eq(subscription.status, "trialing"),
          isNull(subscription.trialReminderSentAt),
          sql`${subscription.nextBoundaryAt} <= ${soon.toISOString()}::timestamptz`,
        ),
      )
      .returning({ id: subscription.id, organizationId: subscription.organizationId });

    await enqueueOutbox(
      tx,
      ending.map(({ id, organizationId }) => ({
        organizationId,
        topic: "trial.ending" as const,
        aggregateId: id,
        key: `trial.ending:${id}`,
        payload: { subscriptionId: id },
      })),
    );
    await recordAudit(
      tx,
      ending.map(({ id, organizationId }) => ({
        organizationId,
        actor: due.actor,
        action: "subscription.trial_ending",
        entityType: "subscription",
        entityId: id,
        occurredAt: due.now,
      })),
    );
    return ending.length;
  });
}
