import "server-only";
import { eq, isNull, type SQL } from "drizzle-orm";
import { subscription } from "@/db/schema/billing";
import type { ClosingScope } from "@/lib/billing/services/claim-due-accounts";

/** The crons never touch who lives by a test clock, and a clock touches no one else. */
export function inScope(scope: ClosingScope): SQL {
  return scope.testClockId === null
    ? isNull(subscription.testClockId)
    : eq(subscription.testClockId, scope.testClockId);
}
