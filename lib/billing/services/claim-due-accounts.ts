import "server-only";
import { sql } from "drizzle-orm";
import { closesCycles, SUBSCRIPTION_STATUSES } from "@/lib/billing/subscription";
import type { Executor } from "@/db/transaction";

/** An unpaid or paused subscription closes no cycle. */
const CLOSING_STATUSES = SUBSCRIPTION_STATUSES.filter(closesCycles);

/** Whose boundaries are looked for: the crons' organizations, or those of one advancing clock. */
export type ClosingScope = { testClockId: string | null };

/**
 * Locks up to `limit` billing accounts that have a subscription whose period has ended, in id order, passing over those
 * another run holds, and those of `exhaustedIds`, which have had their share of this run. The account is what is locked, because the credit balance is threaded through its subscriptions.
 */
export async function claimDueAccounts(
  tx: Executor,
  request: { now: Date; limit: number; scope: ClosingScope; accountIds?: string[]; exhaustedIds: string[] },
): Promise<string[]> {
  const { now, limit, scope } = request;
  const clock = scope.testClockId === null ? sql`s.test_clock_id is null` : sql`s.test_clock_id = ${scope.testClockId}`;
  const only = request.accountIds ? sql`and ba.id = any(${sql.param(request.accountIds)}::uuid[])` : sql``;
  const rows = await tx.execute<{ id: string }>(sql`
    select ba.id from billing_account ba
    where ba.id in (
      select s.billing_account_id from subscription s
      where ${clock} and s.parked_at is null and s.status in ${CLOSING_STATUSES} and s.next_boundary_at <= ${now.toISOString()}::timestamptz
        and s.id <> all(${sql.param(request.exhaustedIds)}::uuid[])
    ) ${only}
    order by ba.id
    limit ${limit}
    for update of ba skip locked`);

  return rows.map((row) => row.id);
}
