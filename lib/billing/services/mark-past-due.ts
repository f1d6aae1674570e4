import "server-only";
import { sql } from "drizzle-orm";
import { subscription } from "@/db/schema/billing";
import type { Executor } from "@/db/transaction";
import { changeStatus, type StatusChange } from "@/lib/billing/services/change-status";

/** A payment failed: the subscription is past due, with full access, until it is paid or the retries are spent. */
export async function markPastDue(tx: Executor, change: StatusChange): Promise<void> {
  // The first failure is what grace and retries are counted from: a later one does not start them anew.
  const sinceFirst = sql<Date>`coalesce(${subscription.firstFailedAt}, ${change.now.toISOString()}::timestamptz)`;
  await changeStatus(tx, { ...change, event: "payment_failed", columns: { firstFailedAt: sinceFirst } });
}
