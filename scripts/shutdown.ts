import process from "node:process";

import { commandLine, isRunning, parentOf } from "@/scripts/processes";

/** One Ctrl-C or kill often arrives twice, from the terminal and through npm. Only a later one means impatience. */
const IMPATIENCE_MS = 2_000;

export type Shutdown = {
  /** True from the first reason to stop on. */
  hasBegun(): boolean;
  /** Ends everything in order, then the process. The first reason given counts; later calls wait for the same end. */
  stop(code: number, reason: string): Promise<never>;
};

/**
 * The one way this process ends: by SIGINT, SIGTERM or SIGHUP, by a child that ended, or by an error.
 * `stopAll` ends what was started, youngest first; `say` prints the reason.
 */
export function createShutdown(stopAll: () => Promise<void>, say: (line: string) => void): Shutdown {
  let ending: Promise<never> | null = null;
  let beganAt = 0;

  const end = async (code: number): Promise<never> => {
    await stopAll().catch((error: unknown) => say(String(error)));
    process.exit(code);
  };
  const stop = (code: number, reason: string): Promise<never> => {
    if (ending) return ending;
    if (reason !== "") say(reason);
    beganAt = performance.now();
    ending = end(code);
    return ending;
  };

  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => {
      if (ending && performance.now() - beganAt > IMPATIENCE_MS) process.exit(1);
      void stop(0, "\nStopping …");
    });
  }
  return { hasBegun: () => ending !== null, stop };
}

/** npm starts us through a shell, which may or may not stay between. */
function npmProcess(): number {
  if (!process.env["npm_lifecycle_event"]) return 0;
  const isShell = /scripts\/(start|serve)\.mjs/.test(commandLine(process.ppid));
  return isShell ? parentOf(process.ppid) : process.ppid;
}

/** Ends us when npm, which started us, is killed: nobody would see what we say, or could end us with Ctrl-C. */
export function endWithNpm(shutdown: Shutdown): void {
  const npm = npmProcess();
  if (npm <= 1) return;
  setInterval(() => {
    if (!isRunning(npm)) void shutdown.stop(1, "npm is gone. Stopping …");
  }, 1_000).unref();
}
