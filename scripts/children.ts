import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { PROJECT } from "@/scripts/dot-env";

const STOP_PATIENCE_MS = 10_000;
const KEPT_LINES = 40;

const scriptUrl = (name: string): string => pathToFileURL(join(PROJECT, "scripts", name)).href;

export type Child = {
  name: string;
  process: ChildProcess;
  /** Settles when it has ended, whatever the reason. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** The last lines it wrote, for a message about why it ended. */
  tail(): string;
  stop(): Promise<void>;
};

export type ChildOptions = {
  name: string;
  /** A module of the project: .ts runs under tsx. */
  file: string;
  args?: string[];
  env: NodeJS.ProcessEnv;
  /** Further scripts of this folder to load first. */
  preload?: string[];
  onLine?: (line: string) => void;
  onMessage?: (message: unknown) => void;
};

function keepLines(child: ChildProcess, onLine: (line: string) => void): () => string {
  const kept: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream?.setEncoding("utf8").on("data", (text: string) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        kept.push(line);
        if (kept.length > KEPT_LINES) kept.shift();
        onLine(line);
      }
    });
  }
  return () => kept.join("\n");
}

const running: Child[] = [];

/** Stops what still runs, the youngest first: what was started later stands on what was started before. */
export async function stopChildren(): Promise<void> {
  for (const child of [...running].toReversed()) await child.stop();
}

/**
 * Starts a part of the product as a process of its own. It lies in our process group's shadow: Ctrl-C reaches us alone,
 * and when we are killed the broken channel ends it.
 */
export function startChild(options: ChildOptions): Child {
  const { name, file, args = [], env, onLine = () => undefined, onMessage } = options;
  const preload = ["exit-with-parent.mjs", ...(options.preload ?? [])].flatMap((script) => [
    "--import",
    scriptUrl(script),
  ]);
  const tsx = file.endsWith(".ts") ? ["--import", "tsx"] : [];
  const child = fork(join(PROJECT, file), args, {
    cwd: PROJECT,
    env: { ...env, NC_CHILD_OF: String(process.pid), TSX_TSCONFIG_PATH: join(PROJECT, "scripts", "tsconfig.json") },
    execArgv: [...preload, ...tsx],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: process.platform !== "win32",
  });
  if (onMessage) child.on("message", onMessage);
  const tail = keepLines(child, onLine);
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once("exit", (code, signal) => resolve({ code, signal }));
    child.once("error", () => resolve({ code: 1, signal: null }));
  });

  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    const patience = setTimeout(() => child.kill("SIGKILL"), STOP_PATIENCE_MS);
    await ended;
    clearTimeout(patience);
  };
  const started: Child = { name, process: child, ended, tail, stop };
  running.push(started);
  void ended.then(() => running.splice(running.indexOf(started), 1));
  return started;
}
