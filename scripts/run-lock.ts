import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { DATA } from "@/scripts/dot-env";
import { commandLine, isRunning, waitUntil } from "@/scripts/processes";

const FILE = join(DATA, "running.json");
const ENDING_MS = 15_000;

type Run = { pid: number; url: string };

function currentRun(): Run | null {
  try {
    const run = JSON.parse(readFileSync(FILE, "utf8")) as Run;
    const isOurs = run.pid !== process.pid && isRunning(run.pid) && /start\.mjs|up\.ts/.test(commandLine(run.pid));
    return isOurs ? run : null;
  } catch {
    return null;
  }
}

/** The `npm start` that runs in this checkout now, or null. One that is just ending is waited for. */
export async function otherRun(): Promise<Run | null> {
  const run = currentRun();
  if (!run) return null;
  if (run.url !== "ending") return run;
  await waitUntil(() => currentRun() === null, ENDING_MS);
  return currentRun();
}

/** Says that we run here, and where; "ending" while we stop. */
export function announceRun(url: string): void {
  mkdirSync(DATA, { recursive: true });
  writeFileSync(FILE, JSON.stringify({ pid: process.pid, url }));
}

export function withdrawRun(): void {
  rmSync(FILE, { force: true });
}
