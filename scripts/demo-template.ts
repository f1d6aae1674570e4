import { existsSync } from "node:fs";
import { join } from "node:path";

import postgres from "postgres";

import { DATA } from "@/scripts/dot-env";
import { createDatabase } from "@/scripts/embedded-postgres";
import { seed } from "@/scripts/fill-database";
import { sourceHash } from "@/scripts/next-build";
import { freePort } from "@/scripts/postgres-process";
import type { RunSettings } from "@/scripts/run-settings";
import { loadSecrets } from "@/scripts/secrets";
import { startSandbox } from "@/scripts/start-sandbox";

/** The sign-ins of the demo in a template, kept beside it because `npm start` has a demo and a file of its own. */
export const signInsFile = (template: string): string => join(DATA, "test-demo", `${template}.json`);

async function liveDemo(settings: RunSettings, detail: (text: string) => void): Promise<void> {
  const sandbox = await startSandbox(settings, null);
  await seed(settings, ["catalogue", "demo"], detail);
  await sandbox.stop();
}

/**
 * A database with the demo to copy for each browser worker. Made once a day for the same sources.
 * @returns its name.
 */
export async function ensureDemoTemplate(
  server: { ownerUrl: string; template: string },
  detail: (text: string) => void,
): Promise<string> {
  const name = `demo_${sourceHash(true).slice(0, 12)}_${new Date().toISOString().slice(0, 10).replaceAll("-", "")}`;
  const maintenance = new URL(server.ownerUrl);
  maintenance.pathname = "/postgres";
  const sql = postgres(maintenance.href, { max: 1, onnotice: () => undefined });
  try {
    const others = await sql<{ datname: string }[]>`select datname from pg_database where datname like 'demo\_%'`;
    if (others.some(({ datname }) => datname === name) && existsSync(signInsFile(name))) return name;
    for (const { datname } of others) await sql`drop database if exists ${sql(datname)} with (force)`;

    const unfinished = `unfinished_${name}`;
    await sql`drop database if exists ${sql(unfinished)} with (force)`;
    const ownerUrl = await createDatabase(server.ownerUrl, unfinished, server.template);
    const ports = { port: await freePort(), sandboxPort: await freePort() };
    const source = { ...testSource(), DEMO_SIGN_INS_FILE: signInsFile(name) };
    await liveDemo({ ...ports, ownerUrl, secrets: loadSecrets(), source }, detail);
    await sql`alter database ${sql(unfinished)} rename to ${sql(name)}`;
    return name;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Of the shell only what a program needs to run: a developer's keys must not decide a test. */
export function testSource(): Record<string, string | undefined> {
  const { PATH, HOME, TMPDIR, SystemRoot } = process.env;
  return { PATH, HOME, TMPDIR, SystemRoot, APP_ENV: "test", LOG_LEVEL: "warn" };
}
