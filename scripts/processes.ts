import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Whether a process with this id runs. One that has ended but was not yet collected by its parent does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return !isZombie(pid);
}

/** State and parent from /proc, which slim containers have where they have no `ps`. */
function linuxStat(pid: number): { state: string; parent: number } | null {
  if (process.platform !== "linux") return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state = "", parent = "0"] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state, parent: Number(parent) };
  } catch {
    return null;
  }
}

/** In a container whose first process collects nobody, an ended orphan answers signals for ever. */
function isZombie(pid: number): boolean {
  return linuxStat(pid)?.state === "Z";
}

/** The command line of a process, or "" where it cannot be read: process ids are used again, so a pid file alone proves nothing. */
export function commandLine(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    if (process.platform === "win32") return execFileSync("tasklist", ["/FI", `PID eq ${pid}`, "/NH"]).toString();
    return execFileSync("ps", ["-p", String(pid), "-o", "command="]).toString();
  } catch {
    return "";
  }
}

/** The parent of a process, or 0 where that cannot be learned. */
export function parentOf(pid: number): number {
  if (process.platform === "linux") return linuxStat(pid)?.parent ?? 0;
  if (process.platform === "win32") return 0;
  try {
    return Number(execFileSync("ps", ["-o", "ppid=", "-p", String(pid)]).toString());
  } catch {
    return 0;
  }
}

/** Sends a signal; a process already gone is no fault. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Waits until `done` holds, looking every 50 ms. False when `timeoutMs` passed first. */
export async function waitUntil(done: () => boolean | Promise<boolean>, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (performance.now() < deadline) {
    if (await done()) return true;
    await sleep(50);
  }
  return false;
}
