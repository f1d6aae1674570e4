import "server-only";
import type { Executor } from "@/db/transaction";
import { changeStatus, type StatusChange } from "@/lib/billing/services/change-status";

/** A payment failed: the subscription is past due, with full access, until it is paid or the retries are spent. */
export async function markPastDue(tx: Executor, change: StatusChange): Promise<void> {
  await changeStatus(tx, { ...change, event: "payment_failed", columns: { firstFailedAt: change.now } });
}
