import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { jobLease } from "@/db/schema/operations";
import { platformTransaction } from "@/db/transaction";

export type Lease = { job: string; holder: string };

/**
 * Takes the job's lease for `seconds` by the database's clock, unless someone holds it. A row with an expiry rather than a session
 * lock, because a pool may unlock on another connection, and because it ends by itself when its holder is killed.
 */
export async function takeLease(lease: Lease, seconds: number): Promise<boolean> {
  const expiresAt = sql`now() + make_interval(secs => ${seconds})`;
  return platformTransaction(async (tx) => {
    const taken = await tx
      .insert(jobLease)
      .values({ ...lease, expiresAt })
      .onConflictDoUpdate({
        target: jobLease.job,
        set: { holder: lease.holder, expiresAt },
        setWhere: sql`${jobLease.expiresAt} <= now()`,
      })
      .returning({ job: jobLease.job });
    return taken.length === 1;
  });
}

/** Gives the lease back, if it is still ours. */
export async function releaseLease(lease: Lease): Promise<void> {
  await platformTransaction((tx) =>
    tx.delete(jobLease).where(and(eq(jobLease.job, lease.job), eq(jobLease.holder, lease.holder))),
  );
}
