import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import postgres from "postgres";

import { startChild } from "@/scripts/children";
import type { Chromium } from "@/scripts/chromium";
import { signInsFile, testSource } from "@/scripts/demo-template";
import { DATA } from "@/scripts/dot-env";
import { createDatabase } from "@/scripts/embedded-postgres";
import { freePort } from "@/scripts/postgres-process";
import { productEnvironment, type RunSettings, sandboxEnvironment } from "@/scripts/run-settings";
import { loadSecrets } from "@/scripts/secrets";
import { untilUp } from "@/scripts/until-up";

/** What `npm test` made ready for the browser tests, in the file that NC_BROWSER_TESTS names. */
export type BrowserTests = { ownerUrl: string; demoTemplate: string; chromium: Chromium };

export type SignIn = { role: string; email: string; password: string; note?: string };

export type TestProduct = {
  baseUrl: string;
  sandboxUrl: string;
  /** The settings it runs with: CRON_SECRET, DATABASE_URL (the owner's) and so on. */
  env: NodeJS.ProcessEnv;
  signIns: SignIn[];
  /** Hosts other than this machine that the server tried to reach. Must stay empty. */
  foreignRequests(): string[];
  stop(): Promise<void>;
};

/** @throws Error when the tests are not run by `npm test` or `npm test -- --only browser`. */
export function browserTests(): BrowserTests {
  const file = process.env["NC_BROWSER_TESTS"];
  if (!file) throw new Error("Browser tests need a build and a demo: run them by `npm test -- --only browser`.");
  return JSON.parse(readFileSync(file, "utf8")) as BrowserTests;
}

async function dropDatabase(ownerUrl: string): Promise<void> {
  const maintenance = new URL(ownerUrl);
  const name = maintenance.pathname.slice(1);
  maintenance.pathname = "/postgres";
  const sql = postgres(maintenance.href, { max: 1, onnotice: () => undefined });
  await sql`drop database if exists ${sql(name)} with (force)`;
  await sql.end({ timeout: 5 });
}

/** The built product on a copy of the demo, with a Stripe stand-in of its own, for one browser worker. */
export async function startTestProduct(worker: string): Promise<TestProduct> {
  const { ownerUrl: serverUrl, demoTemplate } = browserTests();
  const database = `test_${process.pid}_${worker}_${Date.now().toString(36)}`;
  const ownerUrl = await createDatabase(serverUrl, database, demoTemplate);
  const run: RunSettings = {
    port: await freePort(),
    sandboxPort: await freePort(),
    ownerUrl,
    secrets: loadSecrets(),
    source: testSource(),
  };
  const foreign = join(DATA, "test-demo", `foreign-${database}.txt`);
  mkdirSync(join(DATA, "test-demo"), { recursive: true });

  const guard = { preload: ["loopback-only.mjs"] };
  const origin = `http://127.0.0.1:${run.port}`;
  const sandbox = startChild({
    ...guard,
    name: "The Stripe stand-in",
    file: "sandbox/stripe/main.ts",
    env: { ...sandboxEnvironment(run, `${origin}/api/webhooks/stripe`), NC_FOREIGN_REQUESTS: foreign },
  });
  const env = { ...productEnvironment(run), NC_FOREIGN_REQUESTS: foreign };
  const product = startChild({
    ...guard,
    name: "The product",
    file: "node_modules/next/dist/bin/next",
    args: ["start", "-H", "127.0.0.1", "-p", String(run.port)],
    env,
  });
  await Promise.all([
    untilUp(sandbox, `http://127.0.0.1:${run.sandboxPort}/`),
    untilUp(product, `${origin}/api/health`),
  ]);

  return {
    baseUrl: `http://localhost:${run.port}`,
    sandboxUrl: `http://localhost:${run.sandboxPort}`,
    env,
    signIns: JSON.parse(readFileSync(signInsFile(demoTemplate), "utf8")) as SignIn[],
    foreignRequests: () => (existsSync(foreign) ? readFileSync(foreign, "utf8").trim().split("\n") : []),
    stop: async () => {
      await product.stop();
      await sandbox.stop();
      await dropDatabase(ownerUrl);
      rmSync(foreign, { force: true });
    },
  };
}
