import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as after } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export type Ended = { code: number | null; signal: NodeJS.Signals | null };

/** Runs a module on the test's database, and kills it `killAfter` ms after its first word unless it ended before. */
export async function runProcess(module: URL, options: { args?: string[]; killAfter?: number } = {}): Promise<Ended> {
  const child = spawn(process.execPath, ["--import", "tsx", fileURLToPath(module), ...(options.args ?? [])], {
    env: { ...process.env, TSX_TSCONFIG_PATH: "scripts/tsconfig.json" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  if (options.killAfter !== undefined) {
    await Promise.race([once(child.stdout, "data"), exited]);
    await Promise.race([after(options.killAfter), exited]);
    child.kill("SIGKILL");
  }
  const [code, signal] = await exited;
  return { code, signal } as Ended;
}
