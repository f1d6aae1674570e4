import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { billingAccount, pendingChange, subscription } from "@/db/schema/billing";
import { invoice } from "@/db/schema/invoicing";
import { paymentAttempt } from "@/db/schema/payments";
import { organizationTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import { changeStatus } from "@/lib/billing/services/change-status";
import type { SubscriptionStatus } from "@/lib/billing/subscription";
import { AppError } from "@/lib/core/errors";
import { organizationNow } from "@/lib/organizations/queries/organization-now";
import { OPEN_ATTEMPT_STATUSES } from "@/lib/payments/payment";
import { clock } from "@/lib/platform/clock";
import { freeFromOpenAttempt } from "@/lib/workflows/services/free-from-open-attempt";

/** incomplete: its first payment has not come · paused: its trial ended without a way to pay. Neither serves anything. */
const WAITING: readonly SubscriptionStatus[] = ["incomplete", "paused"];

/**
 * Ends the subscription that waits for something, if there is one, so that another plan can be chosen in its place. A first
 * payment that was begun is cancelled at the provider before.
 * @throws AppError conflict when that payment has just gone through; payment_unknown while its outcome is not known
 */
export async function endWaitingSubscription({ actor }: { actor: OrganizationActor }): Promise<void> {
  const { organizationId } = actor;
  const waiting = await organizationTransaction(organizationId, async (tx) => {
    const [held] = await tx
      .select({ id: subscription.id, accountId: subscription.billingAccountId })
      .from(subscription)
      .where(and(eq(subscription.organizationId, organizationId), inArray(subscription.status, [...WAITING])));
    if (!held) return null;

    const attempts = await tx
      .select({ id: paymentAttempt.id })
      .from(paymentAttempt)
      .innerJoin(invoice, eq(invoice.id, paymentAttempt.invoiceId))
      .where(
        and(
          eq(invoice.subscriptionId, held.id),
          eq(invoice.status, "draft"),
          inArray(paymentAttempt.status, [...OPEN_ATTEMPT_STATUSES]),
        ),
      );
    return { ...held, attempts };
  });
  if (!waiting) return;
  for (const { id } of waiting.attempts) await giveUp(id, actor);

  await organizationTransaction(organizationId, async (tx) => {
    const now = await organizationNow(tx, organizationId, clock.now());
    await tx.select().from(billingAccount).where(eq(billingAccount.id, waiting.accountId)).for("update");
    const [held] = await tx
      .select({ status: subscription.status })
      .from(subscription)
      .where(eq(subscription.id, waiting.id))
      .for("update");
    if (!held || !WAITING.includes(held.status)) throw new AppError("conflict");

    const columns = held.status === "paused" ? { canceledAt: now } : {};
    await changeStatus(tx, { subscriptionId: waiting.id, now, actor, event: "cancel", columns });
    await tx
      .update(pendingChange)
      .set({ droppedAt: now })
      .where(
        and(
          eq(pendingChange.subscriptionId, waiting.id),
          isNull(pendingChange.appliedAt),
          isNull(pendingChange.droppedAt),
        ),
      );
  });
}

async function giveUp(attemptId: string, actor: OrganizationActor): Promise<void> {
  const status = await freeFromOpenAttempt({ attemptId, actor, takeOver: "any" });
  if (status === "succeeded") throw new AppError("conflict");
  if (status !== "canceled" && status !== "failed") throw new AppError("payment_unknown");
}
