import "server-only";
import { and, eq, isNotNull, isNull, lt, ne } from "drizzle-orm";
import { jobRun } from "@/db/schema/operations";
import { platformTransaction } from "@/db/transaction";

export type JobOutcome = { processed: number; failed: number; lagSeconds?: number; error?: string };

/** Writes that a job began, before it does anything: a run without an end is one that was killed. */
export async function beginJobRun(run: { id: string; job: string; startedAt: Date }): Promise<void> {
  await platformTransaction((tx) => tx.insert(jobRun).values(run));
}

/** Writes how it ended. Of runs that found nothing to do only the last is kept, or one every few seconds would bury the rest. */
export async function endJobRun(
  run: { id: string; job: string; finishedAt: Date },
  outcome: JobOutcome,
): Promise<void> {
  await platformTransaction(async (tx) => {
    const { finishedAt } = run;
    await tx
      .update(jobRun)
      .set({ ...outcome, finishedAt })
      .where(eq(jobRun.id, run.id));

    const wasIdle = outcome.processed === 0 && outcome.failed === 0 && outcome.error === undefined;
    if (!wasIdle) return;
    await tx
      .delete(jobRun)
      .where(
        and(
          eq(jobRun.job, run.job),
          ne(jobRun.id, run.id),
          lt(jobRun.startedAt, finishedAt),
          isNotNull(jobRun.finishedAt),
          isNull(jobRun.error),
          eq(jobRun.processed, 0),
          eq(jobRun.failed, 0),
        ),
      );
  });
}
