import "server-only";
import type { Executor } from "@/db/transaction";
import type { Actor } from "@/lib/auth/actor";
import { type ClosedCycle, closedCycle } from "@/lib/billing/closed-cycle";
import { cycleInvoiceDraft } from "@/lib/billing/invoice-draft";
import { type CycleContext, type CycleResult, needsParking, rateCycle } from "@/lib/billing/rate-cycle";
import type { LoadedCycle } from "@/lib/billing/queries/cycle-contexts";
import { parkSubscription } from "@/lib/billing/services/park-subscription";
import { type CycleWrite, persistCycles } from "@/lib/billing/services/persist-cycles";
import { trailingAverages } from "@/lib/billing/services/trailing-averages";
import { newId } from "@/lib/core/ids";
import { rootCause } from "@/lib/core/root-cause";
import { type AmountMinor, subtractMinor } from "@/lib/core/money";
import { dateInZone } from "@/lib/core/time-zone";
import { issueInvoices } from "@/lib/invoicing/services/issue-invoices";

type Computed = { cycle: LoadedCycle; context: CycleContext; result: CycleResult; closed: ClosedCycle };
type Failed = { cycle: LoadedCycle; reason: string };

/**
 * Closes the loaded cycles: computes them all with the pure rules, sets aside those that fail or are out of all
 * proportion, and writes the rest in multi-row statements. The caller holds the locks of their accounts.
 */
export async function closeCycles(
  tx: Executor,
  cycles: LoadedCycle[],
  run: { now: Date; actor: Actor },
): Promise<{ closedIds: string[]; parked: number }> {
  const { computed, failed } = computeCycles(cycles);
  const runaway = await findRunaways(tx, computed);
  const closing = computed.filter((entry) => !runaway.has(entry.cycle.subscription.id));
  const writes = closing.map(cycleWrite);

  await persistCycles(tx, writes, run);
  await issueInvoices(
    tx,
    writes.flatMap((write) => (write.invoice ? [write.invoice] : [])),
    run,
  );
  const set = [...failed, ...computed.filter((entry) => runaway.has(entry.cycle.subscription.id)).map(runawayFailure)];
  for (const { cycle, reason } of set) {
    const { billingAccountId, id } = cycle.subscription;
    await parkSubscription(tx, {
      accountIds: [billingAccountId],
      subscriptionIds: [id],
      dueAt: run.now,
      reason,
      ...run,
    });
  }

  return { closedIds: closing.map((entry) => entry.cycle.subscription.id), parked: set.length };
}

/** The credit balance of an account is threaded through its subscriptions, in order. */
function computeCycles(cycles: LoadedCycle[]): { computed: Computed[]; failed: Failed[] } {
  const computed: Computed[] = [];
  const failed: Failed[] = [];
  const creditLeft = new Map<string, AmountMinor>();

  for (const cycle of cycles) {
    try {
      const creditBalanceMinor = creditLeft.get(cycle.account.id) ?? cycle.account.creditBalanceMinor;
      const context = { ...cycle.context(), creditBalanceMinor };
      const result = rateCycle(context);
      creditLeft.set(cycle.account.id, subtractMinor(creditBalanceMinor, result.creditAppliedMinor));
      computed.push({ cycle, context, result, closed: decide(cycle, result) });
    } catch (error) {
      failed.push({ cycle, reason: rootCause(error) });
    }
  }
  return { computed, failed };
}

function decide(cycle: LoadedCycle, result: CycleResult): ClosedCycle {
  const { subscription } = cycle;
  if (!subscription.nextBoundaryAt) throw new Error("a subscription without a boundary cannot be closed");

  return closedCycle({
    status: subscription.status,
    sequence: subscription.currentSequence,
    boundary: dateInZone(subscription.nextBoundaryAt, subscription.timeZone),
    canPay: cycle.hasPaymentMethod || result.totals.totalMinor === 0 || cycle.account.paymentTermsDays > 0,
    result,
  });
}

async function findRunaways(tx: Executor, computed: Computed[]): Promise<Set<string>> {
  const averages = await trailingAverages(
    tx,
    computed.map(({ cycle, result }) => ({
      subscriptionId: cycle.subscription.id,
      totalMinor: result.totals.totalMinor,
      hasRecurring: result.lineItems.some((line) => line.kind === "recurring"),
    })),
  );
  const runaway = computed.filter(({ cycle, result }) => {
    const trailingAverageMinor = averages.get(cycle.subscription.id) ?? null;
    return needsParking({ totalMinor: result.totals.totalMinor, trailingAverageMinor });
  });
  return new Set(runaway.map(({ cycle }) => cycle.subscription.id));
}

function runawayFailure({ cycle, result }: Computed): Failed {
  return {
    cycle,
    reason: `The amount, ${result.totals.totalMinor} minor units, is more than ten times the average of before.`,
  };
}

function cycleWrite({ cycle, context, result, closed }: Computed): CycleWrite {
  const periodId = closed.opens ? newId() : null;
  const invoice =
    closed.bills && periodId && result.lineItems.length > 0
      ? cycleInvoiceDraft({
          ...cycle,
          id: newId(),
          customer: cycle.organization,
          billingPeriodId: periodId,
          planName: context.subscription.planName,
          tax: context.tax,
          result,
        })
      : null;
  return { cycle, closed, periodId, invoice, billed: closed.bills ? result.billedUsage : [] };
}
