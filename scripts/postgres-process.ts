import { spawn, spawnSync } from "node:child_process";
import { chownSync, closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

import type { PostgresHome } from "@/scripts/postgres-home";
import { commandLine, isRunning, signal, waitUntil } from "@/scripts/processes";

const STOP_PATIENCE_MS = 20_000;
const PASSING_MS = 2_000;

/** Safe first (fsync stays on), then quick on two cores; no shared-memory segments, which containers keep small. */
const SETTINGS: Record<string, string> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "256MB",
  effective_cache_size: "1GB",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  wal_compression: "on",
  max_wal_size: "2GB",
  checkpoint_timeout: "15min",
  random_page_cost: "1.1",
  jit: "off",
  max_parallel_workers_per_gather: "0",
  max_parallel_maintenance_workers: "0",
  timezone: "UTC",
  log_timezone: "UTC",
  log_min_messages: "warning",
};

function program(home: PostgresHome, name: string): string {
  return join(home.native, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

/** PG* variables of the shell would silently change what the server does. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), NODE_ENV: process.env["NODE_ENV"], TZ: "UTC" };
}

/**
 * Makes the cluster. It is made beside its place and moved there when whole, so that an interrupted start leaves none.
 * The locale is PostgreSQL's own C.UTF-8: under the C locale lower() leaves Greek unchanged and ILIKE and citext fail on it.
 */
export function initialiseCluster(home: PostgresHome, password: string): void {
  const unfinished = join(home.home, "cluster.new");
  const passwordFile = join(home.home, "password.new");
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (home.runAs !== null) chownSync(passwordFile, home.runAs.uid, home.runAs.gid);

  const system = process.platform === "linux" ? "C.UTF-8" : "C";
  const result = spawnSync(
    program(home, "initdb"),
    [
      `--pgdata=${unfinished}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      `--locale=${system}`,
      "--no-instructions",
    ],
    { ...home.runAs, cwd: "/", env: environment(), encoding: "utf8", windowsHide: true },
  );
  rmSync(passwordFile, { force: true });
  if (result.status !== 0) {
    throw new Error(`initdb failed: ${result.error?.message ?? `${result.stdout}\n${result.stderr}`}`);
  }
  renameSync(unfinished, join(home.home, "cluster"));
}

type PidFile = { pid: number; port: number };

function readPidFile(home: PostgresHome): PidFile | null {
  try {
    const lines = readFileSync(join(home.home, "cluster", "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return null;
  }
}

/** The server a killed parent left behind on this cluster, or null. A pid file whose process is another program is removed. */
export function findOrphan(home: PostgresHome): PidFile | null {
  const found = readPidFile(home);
  if (!found) return null;
  if (isRunning(found.pid) && /postgres/.test(commandLine(found.pid))) return found;

  if (commandLine(found.pid) !== "" || isRunning(found.pid)) rmSync(join(home.home, "cluster", "postmaster.pid"));
  return null;
}

/** Stops the server of this cluster: fast shutdown, then, when it does not end, without ceremony (its log recovers it). */
export async function stopServer(home: PostgresHome, pid: number): Promise<void> {
  const ended = (): boolean => !isRunning(pid) || readPidFile(home)?.pid !== pid;
  if (process.platform === "win32") {
    const cluster = join(home.home, "cluster");
    spawnSync(program(home, "pg_ctl"), ["stop", "-m", "fast", "-D", cluster], { windowsHide: true });
    return;
  }

  for (const name of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    signal(pid, name);
    if (!(await waitUntil(ended, STOP_PATIENCE_MS))) continue;
    // Its pid file goes a moment before the process does.
    await waitUntil(() => !isRunning(pid), PASSING_MS);
    return;
  }
  throw new Error(`PostgreSQL (process ${pid}) does not end.`);
}

/** A port of 127.0.0.1 that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port on 127.0.0.1.");
  return address.port;
}

/** The last lines the server wrote, for a message about why it does not start. */
export function logTail(home: PostgresHome): string {
  const file = join(home.home, "server.log");
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(-12).join("\n") : "";
}

/**
 * Starts the server in a process group of its own, so that Ctrl-C reaches us alone and we choose the order of the end,
 * and with a log file instead of a pipe, so that it outlives a killed parent unharmed.
 */
export function launchServer(
  home: PostgresHome,
  port: number,
  extra: Record<string, string>,
): PidFile & { failed(): boolean } {
  const log = openSync(join(home.home, "server.log"), "w");
  const settings = Object.entries({ ...SETTINGS, ...extra }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(program(home, "postgres"), ["-D", join(home.home, "cluster"), "-p", String(port), ...settings], {
    ...home.runAs,
    cwd: "/",
    env: environment(),
    stdio: ["ignore", log, log],
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  closeSync(log);
  let failure: Error | null = null;
  child.once("error", (error) => {
    failure = error;
  });
  child.unref();
  if (child.pid === undefined) throw new Error(`PostgreSQL cannot be started from ${home.native}.`);
  return {
    pid: child.pid,
    port,
    failed: () => failure !== null || child.exitCode !== null || child.signalCode !== null,
  };
}
