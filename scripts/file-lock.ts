import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

import { isRunning } from "@/scripts/processes";

const PATIENCE_MS = 300_000;

function takeLock(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }

  const holder = Number(readHolder(path));
  if (holder > 0 && !isRunning(holder)) rmSync(path, { force: true });
  return false;
}

function readHolder(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/**
 * Runs `work` while holding the lock file at `path`. A lock whose holder was killed is taken over.
 * @throws Error when another process holds it for five minutes.
 */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!takeLock(path)) {
    if (performance.now() > deadline) throw new Error(`Another process (${readHolder(path)}) holds ${path}.`);
    await sleep(100);
  }

  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
