import "server-only";
import { inArray, sql } from "drizzle-orm";
import { insertRows } from "@/db/insert-rows";
import { billedUsage, billingPeriod } from "@/db/schema/billing";
import type { Executor } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { Actor } from "@/lib/auth/actor";
import type { ClosedCycle } from "@/lib/billing/closed-cycle";
import type { CycleResult } from "@/lib/billing/rate-cycle";
import type { LoadedCycle } from "@/lib/billing/queries/cycle-contexts";
import { startOfDay } from "@/lib/core/time-zone";
import type { InvoiceDraft } from "@/lib/invoicing/invoice-draft";
import { clearPlanLimits } from "@/lib/usage/services/clear-plan-limits";

/** A computed closing, ready to be written. */
export type CycleWrite = {
  cycle: LoadedCycle;
  closed: ClosedCycle;
  /** The id of the period that opens. */
  periodId: string | null;
  invoice: InvoiceDraft | null;
  billed: CycleResult["billedUsage"];
};

type Run = { now: Date; actor: Actor };

/** Writes the closings of a batch, but for their invoices: periods, subscriptions, what was billed, credits, audit. */
export async function persistCycles(tx: Executor, writes: CycleWrite[], run: Run): Promise<void> {
  if (writes.length === 0) return;

  await closePeriods(tx, writes, run.now);
  await openPeriods(tx, writes, run.now);
  await updateSubscriptions(tx, writes, run.now);
  await insertBilledUsage(tx, writes);
  await takeCredit(tx, writes);
  await clearPlanLimits(
    tx,
    writes.filter(({ closed }) => closed.status === "canceled").map(({ cycle }) => cycle.organization.id),
  );
  await recordAudit(
    tx,
    writes.map((write) => closedAuditEvent(write, run)),
  );
}

async function closePeriods(tx: Executor, writes: CycleWrite[], now: Date): Promise<void> {
  const ids = writes.flatMap(({ cycle }) => (cycle.closingPeriodId ? [cycle.closingPeriodId] : []));
  if (ids.length > 0) await tx.update(billingPeriod).set({ closedAt: now }).where(inArray(billingPeriod.id, ids));
}

async function openPeriods(tx: Executor, writes: CycleWrite[], now: Date): Promise<void> {
  const rows = writes.flatMap(({ cycle, closed, periodId }) =>
    closed.opens && periodId
      ? [
          {
            id: periodId,
            organizationId: cycle.organization.id,
            subscriptionId: cycle.subscription.id,
            sequence: closed.opens.sequence,
            kind: closed.opens.kind,
            startsOn: closed.opens.period.start,
            endsOn: closed.opens.period.end,
            startsAt: startOfDay(closed.opens.period.start, cycle.subscription.timeZone),
            endsAt: startOfDay(closed.opens.period.end, cycle.subscription.timeZone),
            closedAt: closed.opens.kind === "final" ? now : null,
          },
        ]
      : [],
  );
  await insertRows(tx, billingPeriod, rows);
}

async function updateSubscriptions(tx: Executor, writes: CycleWrite[], now: Date): Promise<void> {
  const rows = writes.map(({ cycle, closed }) => ({
    id: cycle.subscription.id,
    status: closed.status,
    sequence: closed.opens?.sequence ?? cycle.subscription.currentSequence,
    boundary:
      closed.opens && closed.opens.kind !== "final"
        ? startOfDay(closed.opens.period.end, cycle.subscription.timeZone).toISOString()
        : null,
    canceled_at: closed.status === "canceled" ? now.toISOString() : null,
  }));
  await tx.execute(sql`
    update subscription s
    set status = v.status, current_sequence = v.sequence, next_boundary_at = v.boundary,
        canceled_at = coalesce(s.canceled_at, v.canceled_at)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as v(id uuid, status subscription_status, sequence int, boundary timestamptz, canceled_at timestamptz)
    where s.id = v.id`);
}

/** What was billed of each metered charge: a later closing of the same period bills the total less this. */
async function insertBilledUsage(tx: Executor, writes: CycleWrite[]): Promise<void> {
  const rows = writes.flatMap(({ cycle, billed }) => {
    const { closingPeriodId: billingPeriodId, organization } = cycle;
    if (billingPeriodId === null) return [];
    return billed.map((row) => ({ ...row, organizationId: organization.id, billingPeriodId }));
  });
  await insertRows(tx, billedUsage, rows);
}

async function takeCredit(tx: Executor, writes: CycleWrite[]): Promise<void> {
  const rows = writes.flatMap(({ cycle, invoice }) =>
    invoice && invoice.creditAppliedMinor > 0 ? [{ id: cycle.account.id, used: invoice.creditAppliedMinor }] : [],
  );
  if (rows.length === 0) return;
  await tx.execute(sql`
    update billing_account a set credit_balance_minor = a.credit_balance_minor - v.used
    from (select id, sum(used) as used from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, used bigint) group by id) v
    where a.id = v.id`);
}

function closedAuditEvent({ cycle, closed, invoice }: CycleWrite, run: Run) {
  return {
    organizationId: cycle.organization.id,
    actor: run.actor,
    action: "billing_cycle.closed",
    entityType: "subscription",
    entityId: cycle.subscription.id,
    detail: {
      sequence: cycle.subscription.currentSequence,
      from: cycle.subscription.status,
      to: closed.status,
      invoiceId: invoice?.id ?? null,
    },
    occurredAt: run.now,
  };
}
