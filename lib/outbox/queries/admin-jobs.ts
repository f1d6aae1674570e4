import "server-only";
import { and, asc, count, desc, eq, gt, isNotNull, isNull, or, sql, type SQL } from "drizzle-orm";
import { jobRun } from "@/db/schema/operations";
import type { Executor } from "@/db/transaction";
import type { UserActor } from "@/lib/auth/actor";
import { adminRead } from "@/lib/auth/queries/admin-read";

export type JobRun = {
  id: string;
  job: string;
  startedAt: Date;
  /** Null while it runs, and for ever when it was killed. */
  finishedAt: Date | null;
  processed: number;
  failed: number;
  lagSeconds: number | null;
  error: string | null;
};

export type AdminJobs = {
  /** The latest run of each job that ever ran. */
  latest: (JobRun & { failedLately: number })[];
  rows: JobRun[];
  rowCount: number;
};

/** A run without an end for longer than this was killed. */
const DAY_MS = 86_400_000;

/** The scheduled jobs: how each stands, and their runs, a page of them. Runs that found nothing to do are not kept but the last. */
export async function adminJobs(
  actor: UserActor,
  list: { page: number; pageSize: number; job?: string | undefined; failedOnly: boolean; now: Date },
): Promise<AdminJobs> {
  const where: SQL | undefined = and(
    list.job ? eq(jobRun.job, list.job) : undefined,
    list.failedOnly ? or(gt(jobRun.failed, 0), isNotNull(jobRun.error)) : undefined,
  );
  return adminRead(actor, async (tx) => {
    const rows = await tx
      .select()
      .from(jobRun)
      .where(where)
      .orderBy(desc(jobRun.startedAt), desc(jobRun.id))
      .limit(list.pageSize)
      .offset((list.page - 1) * list.pageSize);
    const [all] = await tx.select({ rows: count() }).from(jobRun).where(where);
    return { latest: await latestOf(tx, list.now), rows, rowCount: all?.rows ?? 0 };
  });
}

async function latestOf(tx: Executor, now: Date): Promise<AdminJobs["latest"]> {
  const latest = await tx.selectDistinctOn([jobRun.job]).from(jobRun).orderBy(asc(jobRun.job), desc(jobRun.startedAt));
  const troubled = await tx
    .select({ job: jobRun.job, failed: sql<number>`count(*)::int` })
    .from(jobRun)
    .where(
      and(
        gt(jobRun.startedAt, new Date(now.getTime() - DAY_MS)),
        or(gt(jobRun.failed, 0), isNotNull(jobRun.error), and(isNull(jobRun.finishedAt), killedBefore(now))),
      ),
    )
    .groupBy(jobRun.job);
  const failures = new Map(troubled.map((row) => [row.job, row.failed]));
  return latest.map((run) => ({ ...run, failedLately: failures.get(run.job) ?? 0 }));
}

function killedBefore(now: Date): SQL {
  return sql`${jobRun.startedAt} < ${new Date(now.getTime() - 5 * 60_000).toISOString()}::timestamptz`;
}
