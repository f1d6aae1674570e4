import { deliverDue } from "@/sandbox/stripe/events/deliver";
import { runDueJobs } from "@/sandbox/stripe/jobs";
import type { Sandbox } from "@/sandbox/stripe/sandbox";

export type Background = { wake(): void; stop(): Promise<void> };

/** How often a worker looks by itself; in the process that made the work it is woken a moment after. */
const POLL_MS = 500;
/** Calls that come close together are delivered together. */
const GATHER_MS = 20;

/** Runs a task again and again: soon after it is woken, at once when it found work, and otherwise at every poll. */
function repeat(task: () => Promise<number>): Background {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isWoken = false;
  let isStopped = false;

  const schedule = (delayMs: number) => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(start, delayMs);
  };
  const start = () => {
    isWoken = false;
    running = task()
      .catch(report)
      .then((found) => {
        running = undefined;
        schedule(found > 0 || isWoken ? GATHER_MS : POLL_MS);
      });
  };
  schedule(0);

  return {
    wake: () => {
      if (isWoken) return;
      isWoken = true;
      if (running === undefined) schedule(GATHER_MS);
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
