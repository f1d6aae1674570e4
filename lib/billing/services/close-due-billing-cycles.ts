import "server-only";
import { sql } from "drizzle-orm";
import { platformTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth/actor";
import { claimDueAccounts, type ClosingScope } from "@/lib/billing/services/claim-due-accounts";
import { closeCycles } from "@/lib/billing/services/close-cycles";
import { cycleContexts } from "@/lib/billing/queries/cycle-contexts";
import { rootCause } from "@/lib/core/root-cause";
import { parkSubscription } from "@/lib/billing/services/park-subscription";

export type ClosingReport = { processed: number; failed: number; lagSeconds: number };

/** From Kill Bill: a run never closes more cycles of one subscription than this; the rest wait for the next run. */
const MAX_CYCLES_PER_RUN = 12;

/** While the database writes one batch, the next is computed. More would only wait for each other's numbers. */
const WORKERS = 2;

/**
 * Closes every billing period that has ended by `now`, exactly once each, batch by batch, until nothing is due or the
 * time is spent. Missed cycles are closed one at a time, in order. Several runs at once share the work.
 * `now` is the billing instant, `timeLeft` the wall clock's; both are parameters, so that a test can hold them still.
 */
export async function closeDueBillingCycles(request: {
  now: Date;
  limit: number;
  scope: ClosingScope;
  actor: Actor;
  timeLeft: () => boolean;
}): Promise<ClosingReport> {
  const report: ClosingReport = { processed: 0, failed: 0, lagSeconds: await closingLag(request) };

  const closedOf = new Map<string, number>();
  await Promise.all(
    Array.from({ length: WORKERS }, async () => {
      while (request.timeLeft()) {
        const batch = await closeBatch(request, { limit: request.limit, closedOf });
        report.processed += batch.closed;
        report.failed += batch.parked;
        if (batch.closed + batch.parked === 0) break;
      }
    }),
  );
  return report;
}

type BatchResult = { closed: number; parked: number };

async function closeBatch(
  request: Parameters<typeof closeDueBillingCycles>[0],
  batch: { limit: number; closedOf: Map<string, number>; accountIds?: string[] },
): Promise<BatchResult> {
  let claimed: string[] = [];
  try {
    const result = await platformTransaction(async (tx) => {
      claimed = await claimDueAccounts(tx, {
        ...request,
        limit: batch.limit,
        exhaustedIds: exhausted(batch.closedOf),
        ...(batch.accountIds && { accountIds: batch.accountIds }),
      });
      if (claimed.length === 0) return { closedIds: [], parked: 0 };
      const loaded = await cycleContexts(tx, { accountIds: claimed, dueAt: request.now, ...request.scope });
      const due = loaded.filter((cycle) => (batch.closedOf.get(cycle.subscription.id) ?? 0) < MAX_CYCLES_PER_RUN);
      return closeCycles(tx, due, { now: request.now, actor: request.actor });
    });
    // Counted only once committed.
    for (const id of result.closedIds) batch.closedOf.set(id, (batch.closedOf.get(id) ?? 0) + 1);
    return { closed: result.closedIds.length, parked: result.parked };
  } catch (error) {
    if (claimed.length === 0) throw error;
    return await halve(request, { ...batch, accountIds: claimed, cause: error });
  }
}

function exhausted(closedOf: Map<string, number>): string[] {
  return [...closedOf].filter(([, closed]) => closed >= MAX_CYCLES_PER_RUN).map(([id]) => id);
}

/** A statement error rolled the batch back: halve it until the culprit stands alone, and park that one. */
async function halve(
  request: Parameters<typeof closeDueBillingCycles>[0],
  batch: { limit: number; closedOf: Map<string, number>; accountIds: string[]; cause: unknown },
): Promise<BatchResult> {
  const { accountIds, cause, ...rest } = batch;
  if (accountIds.length === 1) {
    const parked = await platformTransaction((tx) =>
      parkSubscription(tx, {
        accountIds,
        dueAt: request.now,
        reason: rootCause(cause),
        now: request.now,
        actor: request.actor,
      }),
    );
    return { closed: 0, parked };
  }

  const middle = Math.ceil(accountIds.length / 2);
  const first = await closeBatch(request, { ...rest, accountIds: accountIds.slice(0, middle) });
  const second = await closeBatch(request, { ...rest, accountIds: accountIds.slice(middle) });
  return { closed: first.closed + second.closed, parked: first.parked + second.parked };
}

/** How long the oldest due boundary has waited, in seconds: 0 when nothing is due. */
async function closingLag(request: { now: Date; scope: ClosingScope }): Promise<number> {
  const clock =
    request.scope.testClockId === null ? sql`test_clock_id is null` : sql`test_clock_id = ${request.scope.testClockId}`;
  const [row] = await platformTransaction((tx) =>
    tx.execute<{ lag: number | null }>(sql`
      select extract(epoch from ${request.now.toISOString()}::timestamptz - min(next_boundary_at))::int as lag
      from subscription where ${clock} and parked_at is null and next_boundary_at <= ${request.now.toISOString()}::timestamptz`),
  );
  return row?.lag ?? 0;
}
