import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as after } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export type Ended = { code: number | null; signal: NodeJS.Signals | null };

/** How often it is asked whether the moment to kill has come. */
const LOOK_MS = 5;

type Options = {
  args?: string[];
  killAfter?: number;
  /** The work is under way: only then are the milliseconds counted, however slow the machine is to begin. */
  killOnce?: () => Promise<boolean>;
};

/** Runs a module on the test's database, and kills it `killAfter` ms after its first word unless it ended before. */
export async function runProcess(module: URL, options: Options = {}): Promise<Ended> {
  const child = spawn(process.execPath, ["--import", "tsx", fileURLToPath(module), ...(options.args ?? [])], {
    env: { ...process.env, TSX_TSCONFIG_PATH: "scripts/tsconfig.json" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  if (options.killAfter !== undefined) {
    await Promise.race([once(child.stdout, "data"), exited]);
    while (options.killOnce && child.exitCode === null && !(await options.killOnce())) await after(LOOK_MS);
    await Promise.race([after(options.killAfter), exited]);
    child.kill("SIGKILL");
  }
  const [code, signal] = await exited;
  return { code, signal } as Ended;
}
