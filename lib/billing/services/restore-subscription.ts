import "server-only";
import type { Executor } from "@/db/transaction";
import { changeStatus, type StatusChange } from "@/lib/billing/services/change-status";

/** What was owed is paid: a past-due or unpaid subscription is active again at once. */
export async function restoreSubscription(tx: Executor, change: StatusChange): Promise<void> {
  await changeStatus(tx, { ...change, event: "payment_succeeded", columns: { firstFailedAt: null } });
}
