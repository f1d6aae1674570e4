import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";

import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

import { runtimeRoleUrls } from "@/db/role-urls";
import { ensureRuntimeRoles } from "@/scripts/database-roles";

const MIGRATIONS = fileURLToPath(new URL("../db/migrations", import.meta.url));
const LOCK = 7_203_114;
const LOWEST_VERSION = 150_000;

/** "starting up", "too many connections", "shutting down": they pass. A wrong password or name does not. */
const PASSING_STATES = new Set(["57P03", "53300", "57P01"]);

export type MigrateOptions = {
  ownerUrl: string;
  appUrl?: string | undefined;
  platformUrl?: string | undefined;
  /** How long a server that does not answer is asked again. */
  patienceMs?: number;
  report?: (line: string) => void;
};

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function passes(error: unknown): boolean {
  const code = codeOf(error);
  return PASSING_STATES.has(code) || /^[A-Z_]{6,}$/.test(code);
}

/** Where a database is, without user and password. */
function placeOf(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  return `${url.hostname}:${url.port || "5432"}${url.pathname}`;
}

async function waitForAnswer(sql: postgres.Sql, options: MigrateOptions): Promise<void> {
  const patienceMs = options.patienceMs ?? 60_000;
  const deadline = performance.now() + patienceMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await sql`select 1`;
      return;
    } catch (error) {
      const reason = error instanceof Error ? error.message || codeOf(error) : String(error);
      const place = placeOf(options.ownerUrl);
      if (!passes(error)) throw new Error(`The database at ${place} refuses us: ${reason}`, { cause: error });
      if (performance.now() > deadline) {
        throw new Error(`The database at ${place} has not answered for ${Math.round(patienceMs / 1000)} s: ${reason}`, {
          cause: error,
        });
      }
      if (attempt === 1) {
        options.report?.(
          `The database at ${place} does not answer (${reason}). Trying again for ${Math.round(patienceMs / 1000)} s.`,
        );
      }
    }
    await sleep(1_000);
  }
}

/**
 * Brings a database to the newest schema: the two runtime roles, then every migration not yet applied.
 * Safe to run twice and by two at once (they take turns).
 * @throws Error when the server does not answer in time, is older than PostgreSQL 15, or a migration fails.
 */
export async function migrateDatabase(options: MigrateOptions): Promise<void> {
  const sql = postgres(options.ownerUrl, { max: 1, connect_timeout: 5, backoff: false, onnotice: () => undefined });
  try {
    await waitForAnswer(sql, options);
    const [server] = await sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
    if ((server?.version ?? 0) < LOWEST_VERSION) throw new Error("PostgreSQL 15 or later is needed.");

    await sql`select pg_advisory_lock(${LOCK})`;
    await ensureRuntimeRoles(sql, runtimeRoleUrls(options));
    await migrate(drizzle(sql), { migrationsFolder: MIGRATIONS });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
