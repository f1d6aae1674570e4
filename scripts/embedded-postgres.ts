import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

import postgres from "postgres";

import { withFileLock } from "@/scripts/file-lock";
import { type PostgresHome, preparePostgresHome } from "@/scripts/postgres-home";
import { findOrphan, freePort, initialiseCluster, launchServer, logTail, stopServer } from "@/scripts/postgres-process";
import { waitUntil } from "@/scripts/processes";

const START_PATIENCE_MS = 120_000;
const ORPHAN_PATIENCE_MS = 15_000;
const OWNER = "nc_owner";
const DATABASE = "new_concierge";

export type EmbeddedPostgres = {
  /** URL of the role that owns the database: no superuser, may create roles and databases. */
  ownerUrl: string;
  port: number;
  pid: number;
  /** True when a server left by a killed parent answered and was taken over. */
  reused: boolean;
  /** Set when data or binaries had to move because `nobody` cannot reach the project. */
  relocatedTo: string | null;
  stop(): Promise<void>;
};

type StartOptions = {
  dataDir: string;
  port?: number;
  /** Several processes may use the cluster at once; it stops when the last one lets go. */
  shared?: boolean;
  /** Further server settings, for tests that trade durability for speed. */
  settings?: Record<string, string>;
};

function passwordOf(dataDir: string): string {
  const file = `${dataDir}-password`;
  if (existsSync(file)) return readFileSync(file, "utf8").trim();

  mkdirSync(dirname(file), { recursive: true });
  const password = randomBytes(24).toString("hex");
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

function urlOf(user: string, password: string, at: { port: number; database: string }): string {
  return `postgres://${user}:${password}@127.0.0.1:${at.port}/${at.database}`;
}

async function withConnection<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {}, backoff: false });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** Whether the server at `port` answers to our password and keeps this very cluster. */
async function isOurs(home: PostgresHome, port: number, password: string): Promise<boolean> {
  try {
    const rows = await withConnection(
      urlOf("postgres", password, { port, database: "postgres" }),
      (sql) => sql<{ data_directory: string }[]>`show data_directory`,
    );
    return resolve(rows[0]?.data_directory ?? "") === join(home.home, "cluster");
  } catch {
    return false;
  }
}

async function launchAndWait(
  home: PostgresHome,
  password: string,
  options: StartOptions,
): Promise<{ pid: number; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const server = launchServer(home, options.port ?? (await freePort()), options.settings ?? {});
    const ready = async (): Promise<boolean> => server.failed() || (await isOurs(home, server.port, password));
    if ((await waitUntil(ready, START_PATIENCE_MS)) && !server.failed()) return server;

    const log = logTail(home);
    // Both pass by themselves: another program took the port in between; children of a killed server still end.
    const passing = /could not bind|still in use/.test(log);
    if (!passing || attempt === 10) throw new Error(`PostgreSQL does not start.\n${log}`);
    await waitUntil(() => false, 500);
  }
}

async function findOrLaunch(
  home: PostgresHome,
  password: string,
  options: StartOptions,
): Promise<{ pid: number; port: number; reused: boolean }> {
  const orphan = findOrphan(home);
  if (orphan) {
    const answers = await waitUntil(() => isOurs(home, orphan.port, password), ORPHAN_PATIENCE_MS);
    if (answers && (options.port === undefined || options.port === orphan.port)) return { ...orphan, reused: true };
    await stopServer(home, orphan.pid);
  }
  return { ...(await launchAndWait(home, password, options)), reused: false };
}

/** The owner is no superuser, as on a hosted server: what works here works there, row-level security included. */
async function ensureOwner(port: number, password: string): Promise<void> {
  await withConnection(urlOf("postgres", password, { port, database: "postgres" }), async (sql) => {
    const [role] = await sql`select 1 from pg_roles where rolname = ${OWNER}`;
    if (!role) {
      await sql.unsafe(`create role ${OWNER} login createdb createrole nobypassrls password '${password}'`);
      await sql.unsafe(`grant pg_signal_backend to ${OWNER}`);
    }
    const [database] = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (!database) await sql.unsafe(`create database ${DATABASE} owner ${OWNER}`);
  });
}

/** A connection that says "in use" for as long as it is open; the last to close its own stops a shared server. */
async function hold(port: number, password: string): Promise<{ release(): Promise<boolean> }> {
  const sql = postgres(urlOf("postgres", password, { port, database: "postgres" }), {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connection: { application_name: "nc-holder" },
    onnotice: () => {},
  });
  await sql`select 1`;
  return {
    release: async () => {
      const others = await sql`
        select 1 from pg_stat_activity where application_name = 'nc-holder' and pid <> pg_backend_pid()`;
      await sql.end({ timeout: 2 });
      return others.length === 0;
    },
  };
}

/**
 * Starts PostgreSQL on 127.0.0.1 with its files under `dataDir`, or takes over the one a killed parent left there.
 * The first start makes the cluster (1 to 3 seconds). The caller must `stop()` it.
 * @throws Error with the server's last words when it does not start.
 */
export async function startEmbeddedPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  mkdirSync(dirname(dataDir), { recursive: true });
  const lock = `${dataDir}.lock`;

  return withFileLock(lock, async () => {
    const home = preparePostgresHome(dataDir);
    const password = passwordOf(dataDir);
    if (!existsSync(join(home.home, "cluster", "PG_VERSION"))) initialiseCluster(home, password);
    const { pid, port, reused } = await findOrLaunch(home, password, options);
    await ensureOwner(port, password);
    const holder = options.shared ? await hold(port, password) : null;

    const stop = async (): Promise<void> => {
      if (!holder) return stopServer(home, pid);
      return withFileLock(lock, async () => {
        if (await holder.release()) await stopServer(home, pid);
      });
    };
    return {
      ownerUrl: urlOf(OWNER, password, { port, database: DATABASE }),
      port,
      pid,
      reused,
      relocatedTo: home.relocated ? dirname(home.home === dataDir ? dirname(home.native) : home.home) : null,
      stop,
    };
  });
}

/** Stops the server a killed parent left on this cluster, if there is one, so that its files can go. */
export async function stopLeftOver(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) return;
  const home = preparePostgresHome(dataDir);
  const orphan = findOrphan(home);
  if (orphan) await stopServer(home, orphan.pid);
}

/**
 * Creates a database on the owner's server, empty or as a copy of `template`, and returns its URL.
 * `owner` must be allowed to create databases; a template must have no other connection.
 */
export async function createDatabase(ownerUrl: string, name: string, template?: string): Promise<string> {
  const url = new URL(ownerUrl);
  const maintenance = new URL(ownerUrl);
  maintenance.pathname = "/postgres";
  await withConnection(maintenance.href, async (sql) => {
    await sql`create database ${sql(name)} ${template === undefined ? sql`` : sql`template ${sql(template)}`}`;
  });
  url.pathname = `/${name}`;
  return url.href;
}
