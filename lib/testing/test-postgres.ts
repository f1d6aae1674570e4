import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import postgres from "postgres";
import type { TestProject } from "vitest/node";

import { DATA, PROJECT } from "@/scripts/dot-env";
import { createDatabase, startEmbeddedPostgres } from "@/scripts/embedded-postgres";
import { withFileLock } from "@/scripts/file-lock";
import { migrateDatabase } from "@/scripts/migrate-database";
import { isRunning } from "@/scripts/processes";

declare module "vitest" {
  // An interface, because this is vitest's own, to be added to.
  interface ProvidedContext {
    testPostgres: { ownerUrl: string; template: string };
  }
}

/** Tests may lose what a power cut would take: the kill -9 of a process, which they do try, loses nothing. */
const QUICK = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "300" };

function migrationsHash(): string {
  const folder = join(PROJECT, "db", "migrations");
  const hash = createHash("sha256");
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .toSorted()) {
    hash.update(file).update(readFileSync(join(folder, file)));
  }
  return hash.digest("hex").slice(0, 12);
}

/** Databases of runs that were killed, and templates of older migrations: their names tell. */
async function dropLeftOvers(sql: postgres.Sql, template: string): Promise<void> {
  const databases = await sql<
    { datname: string }[]
  >`select datname from pg_database where datname ~ '^(test|template)_'`;
  for (const { datname } of databases) {
    const pid = Number(/^test_(\d+)_/.exec(datname)?.[1] ?? 0);
    const isStale = pid > 0 ? !isRunning(pid) : datname.startsWith("template_") && datname !== template;
    if (isStale) await sql`drop database if exists ${sql(datname)} with (force)`;
  }
}

async function ensureTemplate(ownerUrl: string): Promise<string> {
  const template = `template_${migrationsHash()}`;
  const maintenance = new URL(ownerUrl);
  maintenance.pathname = "/postgres";
  const sql = postgres(maintenance.href, { max: 1, onnotice: () => undefined });
  try {
    await dropLeftOvers(sql, template);
    const [existing] = await sql`select 1 from pg_database where datname = ${template}`;
    if (existing) return template;

    const unfinished = `unfinished_${template}`;
    await sql`drop database if exists ${sql(unfinished)} with (force)`;
    await migrateDatabase({ ownerUrl: await createDatabase(ownerUrl, unfinished) });
    await sql`alter database ${sql(unfinished)} rename to ${sql(template)}`;
    return template;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** A PostgreSQL for tests with one migrated template; several test runs of one checkout share it. */
export async function startTestPostgres(): Promise<{ ownerUrl: string; template: string; stop(): Promise<void> }> {
  const dataDir = join(DATA, "test-postgres");
  const server = await startEmbeddedPostgres({ dataDir, shared: true, settings: QUICK });
  const template = await withFileLock(`${dataDir}-template.lock`, () => ensureTemplate(server.ownerUrl));
  return { ownerUrl: server.ownerUrl, template, stop: server.stop };
}

/** Called by vitest once a run of the "db" project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...testPostgres } = await startTestPostgres();
  project.provide("testPostgres", testPostgres);
  return stop;
}
