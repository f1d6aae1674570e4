import "server-only";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "@/db/schema/index";
import { env } from "@/lib/platform/env";

export type Database = PostgresJsDatabase<typeof schema>;

export type Pool = { database: Database; sql: postgres.Sql };

/** One pool a role and a process: Next keeps module state per bundle, so the pools hang on globalThis. */
const pools = globalThis as typeof globalThis & { newConciergePools?: Map<string, Pool> };

/** Opens (once) the pool of a connection string. `max` connections; statements are cut after 30 s. */
function openPool(url: string, max = 10): Pool {
  pools.newConciergePools ??= new Map();
  const existing = pools.newConciergePools.get(url);
  if (existing) return existing;

  const sql = postgres(url, {
    max,
    onnotice: () => undefined,
    connection: {
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
      application_name: "new-concierge",
    },
  });
  const pool = { database: drizzle(sql, { schema }), sql };
  pools.newConciergePools.set(url, pool);
  return pool;
}

/** The tenant's role: sees only the rows of the organization set for the transaction. */
export const appDatabase = (): Database => openPool(env().DATABASE_APP_URL).database;

/** The platform's role: crons, super-admins, webhooks, and sign-in. */
export const platformDatabase = (): Database => openPool(env().DATABASE_PLATFORM_URL).database;

/** Closes every pool, for scripts and tests that must end. */
export async function closePools(): Promise<void> {
  const open = [...(pools.newConciergePools?.values() ?? [])];
  pools.newConciergePools?.clear();
  await Promise.all(open.map((pool) => pool.sql.end({ timeout: 5 })));
}
