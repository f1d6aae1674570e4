import "server-only";
import type { NextRequest } from "next/server";
import { newId } from "@/lib/core/ids";
import { hasBearer } from "@/lib/platform/bearer";
import { clock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { releaseLease, takeLease } from "@/lib/platform/job-lease";
import { beginJobRun, endJobRun, type JobOutcome } from "@/lib/platform/job-run";
import { problem, problemOf } from "@/lib/platform/problem";
import { newRequestId } from "@/lib/platform/request-id";

/** Hosts cut a function at a minute: a job that has more to do stops before, and the next call goes on. */
const TIME_LIMIT_MS = 50_000;

/** A killed holder keeps others out for this long. */
const LEASE_SECONDS = 120;

export type JobCall = { now: Date; deadline: Date };
export type JobHandler = (call: JobCall) => Promise<Omit<JobOutcome, "error">>;

type CronHandler = (request: NextRequest) => Promise<Response>;

/**
 * The two methods of a cron route (Vercel sends GET, others POST): checks `Authorization: Bearer CRON_SECRET`, runs the job,
 * records the run and answers `{ processed, failed }`. With `lease`, one run at a time: the others answer `{ skipped: true }`.
 */
export function cronRoute(
  handler: JobHandler,
  options: { job: string; lease?: boolean },
): { GET: CronHandler; POST: CronHandler } {
  const answer: CronHandler = async (request) => {
    const requestId = newRequestId();
    if (!hasBearer(request.headers, env().CRON_SECRET)) return problem("unauthenticated", requestId);
    try {
      const outcome = options.lease ? await runWithLease(options.job, handler) : await runJob(options.job, handler);
      return Response.json(outcome, { headers: { "cache-control": "private, no-store" } });
    } catch (error) {
      return problemOf(error, requestId);
    }
  };
  return { GET: answer, POST: answer };
}

async function runWithLease(job: string, handler: JobHandler): Promise<JobOutcome | { skipped: true }> {
  const lease = { job, holder: newId() };
  if (!(await takeLease(lease, LEASE_SECONDS))) return { skipped: true };
  try {
    return await runJob(job, handler);
  } finally {
    await releaseLease(lease);
  }
}

async function runJob(job: string, handler: JobHandler): Promise<JobOutcome> {
  const run = { id: newId(), job };
  const startedAt = clock.now();
  await beginJobRun({ ...run, startedAt });
  try {
    const outcome = await handler({ now: startedAt, deadline: new Date(startedAt.getTime() + TIME_LIMIT_MS) });
    await endJobRun({ ...run, finishedAt: clock.now() }, outcome);
    return outcome;
  } catch (error) {
    const name = error instanceof Error ? error.name : "Error";
    await endJobRun({ ...run, finishedAt: clock.now() }, { processed: 0, failed: 1, error: name });
    throw error;
  }
}
