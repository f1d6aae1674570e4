import "server-only";
import { eq } from "drizzle-orm";
import { organization, testClock } from "@/db/schema/organizations";
import type { Executor } from "@/db/transaction";
import { AppError } from "@/lib/core/errors";

/**
 * The instant an organization lives in: its test clock's when it hangs on one, else the wall clock given.
 * Every billing instant (issued, paid, next attempt, age of a quote) is taken from here.
 * @throws AppError not_found
 */
export async function organizationNow(tx: Executor, organizationId: string, wallClock: Date): Promise<Date> {
  const [row] = await tx
    .select({ clockNow: testClock.nowAt })
    .from(organization)
    .leftJoin(testClock, eq(testClock.id, organization.testClockId))
    .where(eq(organization.id, organizationId));
  if (!row) throw new AppError("not_found");

  return row.clockNow ?? wallClock;
}
