import { deliverDue } from "@/sandbox/stripe/events/deliver";
import { runDueJobs } from "@/sandbox/stripe/jobs";
import type { Sandbox } from "@/sandbox/stripe/sandbox";

export type Background = { wake(): void; stop(): Promise<void> };

/** How often a worker looks by itself; within the process that made the work it is woken at once. */
const POLL_MS = 500;

/** Runs a task again and again: at once when woken or when it found work, and otherwise at every poll. */
function repeat(task: () => Promise<number>): Background {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isWoken = false;
  let isStopped = false;

  const run = async () => {
    let found = 0;
    do {
      isWoken = false;
      found = await task().catch(report);
    } while (!isStopped && (found > 0 || isWoken));
  };
  const start = () => {
    clearTimeout(timer);
    if (isStopped) return;
    running = run().finally(() => {
      running = undefined;
      if (!isStopped) timer = setTimeout(start, POLL_MS);
    });
  };
  timer = setTimeout(start, 0);

  return {
    wake: () => {
      isWoken = true;
      if (running === undefined) start();
    },
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** Delivers events and does delayed work. Several processes may: each piece is claimed by one. */
export function startBackground(
  sandbox: Omit<Sandbox, "wake">,
  options: { retryDelaysMs: readonly number[] },
): Background {
  const deliveries = repeat(() => deliverDue(sandbox.sql, options));
  const jobs = repeat(() => runDueJobs({ ...sandbox, wake: deliveries.wake }));

  return {
    wake: deliveries.wake,
    stop: async () => {
      await Promise.all([deliveries.stop(), jobs.stop()]);
    },
  };
}

function report(error: unknown): number {
  process.stderr.write(`sandbox: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);

  return 0;
}
