import "server-only";
import { sql } from "drizzle-orm";
import type { PgTransactionConfig } from "drizzle-orm/pg-core";
import { appDatabase, type Database, platformDatabase } from "@/db/client";
import { isId } from "@/lib/core/ids";
import { assert } from "@/lib/core/assert";

/** What queries and services run on: always a transaction, so that row-level security has its organization set. */
export type Executor = Parameters<Parameters<Database["transaction"]>[0]>[0];

const RETRYABLE = new Set(["40001", "40P01"]);
const MAX_TRIES = 3;

/**
 * Runs `work` as the tenant: row-level security shows and takes only rows of `organizationId`.
 * Serialisation failures and deadlocks are tried again, three times in all. Never open one inside another.
 */
export function organizationTransaction<T>(
  organizationId: string,
  work: (tx: Executor) => Promise<T>,
  config?: PgTransactionConfig,
): Promise<T> {
  assert(isId(organizationId), "organizationTransaction needs an organization id");
  return retrying(() =>
    appDatabase().transaction(async (tx) => {
      await tx.execute(sql`select set_config('app.organization', ${organizationId}, true)`);
      return work(tx);
    }, config),
  );
}

/** Runs `work` as the platform: crons, webhooks, super-admins, and sign-in, which knows no organization yet. */
export function platformTransaction<T>(work: (tx: Executor) => Promise<T>, config?: PgTransactionConfig): Promise<T> {
  return retrying(() => platformDatabase().transaction(work, config));
}

async function retrying<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (attempt >= MAX_TRIES || !RETRYABLE.has(postgresCode(error))) throw error;
    }
  }
}

/** The SQLSTATE of an error, through Drizzle's wrapper; empty when there is none. */
export function postgresCode(error: unknown): string {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ("code" in current && typeof current.code === "string") return current.code;
  }
  return "";
}
