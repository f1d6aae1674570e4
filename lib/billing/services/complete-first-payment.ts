import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { billingPeriod, pendingChange, subscription } from "@/db/schema/billing";
import type { Executor } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { billingPeriodFrom } from "@/lib/billing/billing-period";
import { nextStatus } from "@/lib/billing/subscription";
import { AppError } from "@/lib/core/errors";
import type { AmountMinor } from "@/lib/core/money";
import { startOfDay } from "@/lib/core/time-zone";
import { issuePaidDraft } from "@/lib/invoicing/services/issue-paid-draft";
import { applyPlanLimits } from "@/lib/usage/services/apply-plan-limits";

/**
 * A first payment has arrived: its draft is issued as paid and the subscription becomes active, in one transaction.
 * Called again for the same draft it finds none and changes nothing.
 * @throws AppError not_found when the draft has been issued or dropped
 */
export async function completeFirstPayment(
  tx: Executor,
  request: { invoiceId: string; attemptId: string; amountMinor: AmountMinor; now: Date; actor: Actor },
): Promise<void> {
  const { now, actor } = request;
  const paid = await issuePaidDraft(tx, request);
  const { subscriptionId, billingPeriodId } = paid;
  if (!subscriptionId || !billingPeriodId)
    throw new AppError("not_found", { message: "a draft without a subscription" });

  const [held] = await tx.select().from(subscription).where(eq(subscription.id, subscriptionId)).for("update");
  if (!held) throw new AppError("not_found");
  const period = billingPeriodFrom(held.anchor, {
    anchor: held.anchor,
    recurrence: { interval: held.interval, count: held.intervalCount },
  });
  const endsAt = startOfDay(period.end, held.timeZone);

  await tx.insert(billingPeriod).values({
    id: billingPeriodId,
    organizationId: held.organizationId,
    subscriptionId,
    sequence: 1,
    kind: "regular",
    startsOn: period.start,
    endsOn: period.end,
    startsAt: startOfDay(period.start, held.timeZone),
    endsAt,
  });
  const status = nextStatus(held.status, "first_payment_succeeded");
  await tx
    .update(subscription)
    .set({ status, currentSequence: 1, nextBoundaryAt: endsAt })
    .where(eq(subscription.id, subscriptionId));
  await tx
    .update(pendingChange)
    .set({ appliedAt: now })
    .where(
      and(
        eq(pendingChange.subscriptionId, subscriptionId),
        isNull(pendingChange.appliedAt),
        isNull(pendingChange.droppedAt),
      ),
    );
  await applyPlanLimits(tx, { organizationId: held.organizationId, planVersionId: held.planVersionId });
  await recordAudit(tx, [
    {
      organizationId: held.organizationId,
      actor,
      action: "subscription.activated",
      entityType: "subscription",
      entityId: subscriptionId,
      detail: { invoiceNumber: paid.number },
      occurredAt: now,
    },
  ]);
}
