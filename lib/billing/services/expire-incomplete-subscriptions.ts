import "server-only";
import { and, eq, exists, inArray, isNull, lte, notExists } from "drizzle-orm";
import { pendingChange, subscription } from "@/db/schema/billing";
import { invoice } from "@/db/schema/invoicing";
import { paymentAttempt } from "@/db/schema/payments";
import { type Executor, platformTransaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { Actor } from "@/lib/auth/actor";
import type { ClosingScope } from "@/lib/billing/services/claim-due-accounts";
import { inScope } from "@/lib/billing/services/closing-scope";
import { OPEN_ATTEMPT_STATUSES } from "@/lib/payments/payment";

/** Subscriptions looked at in one run: the rest wait for the next. */
const LIMIT = 500;

/**
 * Drops first payments that were not made in time: the change is dropped and the subscription expires. One whose payment
 * is still open at the provider waits until that is settled. Returns how many expired.
 */
export async function expireIncompleteSubscriptions(due: {
  now: Date;
  scope: ClosingScope;
  actor: Actor;
}): Promise<number> {
  return platformTransaction(async (tx) => {
    const overdue = await tx
      .select({ id: subscription.id, organizationId: subscription.organizationId })
      .from(subscription)
      .where(
        and(
          inScope(due.scope),
          eq(subscription.status, "incomplete"),
          exists(
            tx
              .select({ id: pendingChange.id })
              .from(pendingChange)
              .where(
                and(
                  eq(pendingChange.subscriptionId, subscription.id),
                  lte(pendingChange.expiresAt, due.now),
                  isNull(pendingChange.appliedAt),
                  isNull(pendingChange.droppedAt),
                ),
              ),
          ),
          notExists(openAttempt(tx)),
        ),
      )
      .limit(LIMIT)
      .for("update", { skipLocked: true });
    if (overdue.length === 0) return 0;

    const ids = overdue.map((row) => row.id);
    await tx.update(subscription).set({ status: "expired" }).where(inArray(subscription.id, ids));
    await tx
      .update(pendingChange)
      .set({ droppedAt: due.now })
      .where(and(inArray(pendingChange.subscriptionId, ids), isNull(pendingChange.appliedAt)));
    await recordAudit(
      tx,
      overdue.map(({ id, organizationId }) => ({
        organizationId,
        actor: due.actor,
        action: "subscription.expired",
        entityType: "subscription",
        entityId: id,
        occurredAt: due.now,
      })),
    );
    return overdue.length;
  });
}

function openAttempt(tx: Executor) {
  return tx
    .select({ id: paymentAttempt.id })
    .from(paymentAttempt)
    .innerJoin(invoice, eq(invoice.id, paymentAttempt.invoiceId))
    .where(
      and(eq(invoice.subscriptionId, subscription.id), inArray(paymentAttempt.status, [...OPEN_ATTEMPT_STATUSES])),
    );
}
