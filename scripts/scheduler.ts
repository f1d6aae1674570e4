import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { PROJECT } from "@/scripts/dot-env";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The pause after a delivery that found something: there may be more behind it. */
const AGAIN = 50;

/** A process of ours can look oftener than a schedule of whole minutes: mail leaves and payments settle while one watches. */
const OFTENER: Record<string, number> = {
  "deliver-outbox": 2 * SECOND,
  "close-billing-cycles": MINUTE,
  "reconcile-payments": MINUTE,
  "retry-payments": MINUTE,
  "expire-trials": MINUTE,
  "advance-demo-clocks": MINUTE,
};

export type Job = { name: string; path: string; everyMs: number };

/** How often a crontab line fires, read roughly: every n minutes, once an hour, or once a day. */
export function intervalOf(schedule: string): number {
  const [minute = "*", hour = "*"] = schedule.split(" ");
  const step = /^\*\/(\d+)$/.exec(minute)?.[1];
  if (step !== undefined) return Number(step) * MINUTE;
  if (minute === "*") return MINUTE;
  return hour === "*" ? HOUR : 24 * HOUR;
}

/** The jobs of vercel.json: one list for both ways of being called. */
export function readJobs(): Job[] {
  const { crons } = JSON.parse(readFileSync(join(PROJECT, "vercel.json"), "utf8")) as {
    crons: { path: string; schedule: string }[];
  };
  return crons.map(({ path, schedule }) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    return { name, path, everyMs: OFTENER[name] ?? intervalOf(schedule) };
  });
}

type Outcome = { processed: number; problem: string | null };

async function call(job: Job, options: SchedulerOptions): Promise<Outcome> {
  try {
    const response = await fetch(`${options.origin}${job.path}`, {
      headers: { authorization: `Bearer ${options.cronSecret}` },
      signal: AbortSignal.any([options.signal, AbortSignal.timeout(2 * MINUTE)]),
    });
    const body = (await response.json().catch(() => ({}))) as { processed?: number };
    const problem = response.ok || response.status === 409 ? null : `answered ${response.status}`;
    return { processed: body.processed ?? 0, problem };
  } catch (error) {
    return { processed: 0, problem: error instanceof Error ? error.message : String(error) };
  }
}

async function keepCalling(job: Job, options: SchedulerOptions): Promise<void> {
  let lastProblem: string | null = null;
  while (!options.signal.aborted) {
    const { processed, problem } = await call(job, options);
    if (options.signal.aborted) return;
    if (problem !== lastProblem) {
      options.report(problem ? `Scheduler: ${job.name} ${problem}.` : `Scheduler: ${job.name} works again.`);
    }
    lastProblem = problem;

    const usual = job.name === "deliver-outbox" && processed > 0 ? AGAIN : job.everyMs;
    const pause = problem ? Math.min(Math.max(usual, 10 * SECOND), MINUTE) : usual;
    await sleep(pause, undefined, { signal: options.signal }).catch(() => undefined);
  }
}

type SchedulerOptions = {
  /** Where the product listens, on loopback. */
  origin: string;
  cronSecret: string;
  signal: AbortSignal;
  report: (line: string) => void;
};

/** Calls the cron routes over loopback, each job in its own rhythm and never beside itself, until the signal aborts. */
export async function runScheduler(options: SchedulerOptions): Promise<void> {
  await Promise.all(readJobs().map((job) => keepCalling(job, options)));
}
