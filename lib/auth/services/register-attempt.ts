import "server-only";
import { createHash } from "node:crypto";
import { and, eq, gt, sql } from "drizzle-orm";
import { signInAttempt } from "@/db/schema/identity";
import type { Executor } from "@/db/transaction";
import { addressKey, type FailureCounts, reachedLimit, SIGN_IN_WINDOW_MINUTES } from "@/lib/auth/sign-in-limits";
import { newId } from "@/lib/core/ids";

export type RegisteredAttempt = { id: string; refusedBy: keyof FailureCounts | null };

type Counted = { emailHash: string; ipAddress: string; since: Date };

/**
 * Writes an attempt before its password is looked at, as a failure until proven otherwise, and says whether a limit is reached.
 * Attempts on one account and from one address wait for each other, so a thousand at once are counted as well as one by one.
 * Once an address or everyone is cut off nothing more is written: refusing must cost less than asking.
 */
export async function registerAttempt(
  tx: Executor,
  attempt: { email: string; ipAddress: string | null; now: Date },
): Promise<RegisteredAttempt> {
  const emailHash = createHash("sha256").update(attempt.email).digest("hex");
  const ipAddress = addressKey(attempt.ipAddress);
  await lock(tx, `sign-in account ${emailHash}`);
  await lock(tx, `sign-in address ${ipAddress}`);

  const since = new Date(attempt.now.getTime() - SIGN_IN_WINDOW_MINUTES * 60_000);
  const refusedBy = reachedLimit(await countFailures(tx, { emailHash, ipAddress, since }));

  const id = newId();
  if (refusedBy === null || refusedBy === "account") {
    await tx.insert(signInAttempt).values({ id, emailHash, ipAddress, succeeded: false, attemptedAt: attempt.now });
  }
  return { id, refusedBy };
}

async function countFailures(tx: Executor, { emailHash, ipAddress, since }: Counted): Promise<FailureCounts> {
  const { attemptedAt, succeeded } = signInAttempt;
  const lastSuccess = sql`coalesce((
    select max(s.attempted_at) from ${signInAttempt} s where s.email_hash = ${emailHash} and s.succeeded
  ), '-infinity')`;
  const [row] = await tx
    .select({
      account: sql<number>`count(*) filter (where ${signInAttempt.emailHash} = ${emailHash} and ${attemptedAt} > ${lastSuccess})::int`,
      address: sql<number>`count(*) filter (where ${signInAttempt.ipAddress} = ${ipAddress})::int`,
      overall: sql<number>`count(*)::int`,
    })
    .from(signInAttempt)
    .where(and(gt(attemptedAt, since), eq(succeeded, false)));
  return row ?? { account: 0, address: 0, overall: 0 };
}

/** Held to the end of the transaction, so a pool cannot leave it behind. */
async function lock(tx: Executor, name: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}
