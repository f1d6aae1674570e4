import { createWriteStream, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { runtimeRoleUrls } from "@/db/role-urls";
import { type Child, startChild, stopChildren } from "@/scripts/children";
import { recreateDatabase, whatIsMissing } from "@/scripts/database-state";
import { DATA, loadDotEnv } from "@/scripts/dot-env";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/scripts/embedded-postgres";
import { migrateDatabase } from "@/scripts/migrate-database";
import { ensureBuild } from "@/scripts/next-build";
import { holdPort } from "@/scripts/placeholder";
import { firstFreePort, isPortFree } from "@/scripts/ports";
import { isRunning } from "@/scripts/processes";
import { createProgress } from "@/scripts/progress";
import { announceRun, otherRun, withdrawRun } from "@/scripts/run-lock";
import {
  checkSettings,
  productEnvironment,
  type RunSettings,
  sandboxEnvironment,
  usesSandbox,
} from "@/scripts/run-settings";
import { runScheduler } from "@/scripts/scheduler";
import { loadSecrets } from "@/scripts/secrets";
import { summary } from "@/scripts/summary";
import { untilUp } from "@/scripts/until-up";

// npm start: everything from an empty folder to the product on localhost. Production has `npm run serve`.
const began = performance.now();
const IMPATIENCE_MS = 2_000;
const isDev = process.argv.includes("--dev");
const progress = createProgress();
const scheduler = new AbortController();
const demoMarker = join(DATA, "demo-loading");
let embedded: EmbeddedPostgres | null = null;
let stopping: Promise<never> | null = null;
let stoppedAt = 0;
let isAnnounced = false;

async function stopAll(code: number): Promise<never> {
  if (isAnnounced) announceRun("ending");
  scheduler.abort();
  await stopChildren();
  await embedded?.stop();
  if (isAnnounced) withdrawRun();
  process.exit(code);
}

function stop(code: number, reason: string): Promise<never> {
  if (stopping) return stopping;
  progress.say(reason);
  stoppedAt = performance.now();
  stopping = stopAll(code);
  return stopping;
}

for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(name, () => {
    // One Ctrl-C or kill often arrives twice, from the terminal and through npm. Only a later one means impatience.
    if (stopping && performance.now() - stoppedAt > IMPATIENCE_MS) process.exit(1);
    void stop(0, "\nStopping …");
  });
}

/** Killing npm leaves us to ourselves: nobody would see what we say, or end us. */
function endWithNpm(): void {
  const parent = process.ppid;
  if (!process.env["npm_lifecycle_event"] || parent <= 1) return;
  setInterval(() => {
    if (process.ppid !== parent) void stop(1, "npm is gone. Stopping …");
  }, 1_000).unref();
}

async function choosePort(): Promise<number> {
  const wanted = Number(process.env["PORT"] || 3000);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) {
    throw new Error(`PORT is "${process.env["PORT"]}": it must be a number from 1 to 65535.`);
  }
  if (await isPortFree(wanted)) return wanted;
  const port = await firstFreePort(wanted + 1);
  progress.say(`Port ${wanted} is taken by another program: taking ${port}.`);
  return port;
}

async function openDatabase(): Promise<string> {
  const given = process.env["DATABASE_URL"];
  if (given) return given;

  embedded = await progress.step("PostgreSQL", async (detail) => {
    const server = await startEmbeddedPostgres({ dataDir: join(DATA, "postgres") });
    detail(`port ${server.port}${server.reused ? ", found running and taken over" : ""}`);
    return server;
  });
  if (embedded.relocatedTo) {
    progress.say(
      `  PostgreSQL may not run as root and "nobody" cannot reach this folder: its files are in ${embedded.relocatedTo}`,
    );
  }
  if (existsSync(demoMarker)) {
    progress.say("  The demo was interrupted while it was made: starting it afresh.");
    await recreateDatabase(embedded.ownerUrl);
    rmSync(demoMarker);
  }
  return embedded.ownerUrl;
}

/** A child that the product cannot do without: when it ends, everything ends, and says why. */
function vital(child: Child): Child {
  void child.ended.then(({ code, signal }) => {
    if (!stopping) void stop(1, `${child.tail()}\n${child.name} ended (${signal ?? `code ${code}`}). Stopping …`);
  });
  return child;
}

function logTo(name: string): (line: string) => void {
  mkdirSync(join(DATA, "logs"), { recursive: true });
  const file = createWriteStream(join(DATA, "logs", `${name}.log`));
  return (line) => void file.write(`${line}\n`);
}

async function startSandbox(run: RunSettings, webhookUrl: string | null): Promise<Child> {
  const child = startChild({
    name: "The Stripe stand-in",
    file: "sandbox/stripe/main.ts",
    env: sandboxEnvironment(run, webhookUrl),
    onLine: logTo(webhookUrl ? "sandbox" : "sandbox-demo"),
  });
  await untilUp(child, `http://127.0.0.1:${run.sandboxPort}/`);
  return child;
}

async function seed(run: RunSettings, wanted: string[], detail: (text: string) => void): Promise<void> {
  const child = startChild({
    name: "The loader",
    file: "scripts/seed.ts",
    args: wanted,
    env: productEnvironment(run),
    onLine: logTo("seed"),
    onMessage: (message) => detail((message as { detail: string }).detail),
  });
  const { code } = await child.ended;
  if (code !== 0) throw new Error(`Loading ${wanted.join(" and ")} failed.\n${child.tail()}`);
}

/** Demo payments happen in the past of the demo: no webhook is set meanwhile, so none of their events is delivered later. */
async function loadDemo(run: RunSettings): Promise<void> {
  writeFileSync(demoMarker, "");
  const sandbox = await startSandbox(run, null);
  await progress.step("Living the demo", (detail) => seed(run, ["demo"], detail));
  await sandbox.stop();
  rmSync(demoMarker);
}

async function fillDatabase(run: RunSettings): Promise<boolean> {
  const { platformUrl } = runtimeRoleUrls(roleSettings(run));
  const missing = await whatIsMissing(platformUrl);
  if (missing.catalogue) await progress.step("Catalogue", (detail) => seed(run, ["catalogue"], detail));
  if (!missing.organizations) return true;

  const isWanted = embedded !== null || process.env["DEMO"] === "1";
  if (isWanted && !usesSandbox(run.source)) progress.say("  No demo: it is never loaded beside a real Stripe key.");
  if (!isWanted || !usesSandbox(run.source)) return false;
  await loadDemo(run);
  return true;
}

function roleSettings(run: RunSettings): {
  ownerUrl: string;
  appUrl: string | undefined;
  platformUrl: string | undefined;
} {
  return {
    ownerUrl: run.ownerUrl,
    appUrl: run.source["DATABASE_APP_URL"],
    platformUrl: run.source["DATABASE_PLATFORM_URL"],
  };
}

async function serve(run: RunSettings): Promise<void> {
  const origin = `http://127.0.0.1:${run.port}`;
  if (usesSandbox(run.source)) vital(await startSandbox(run, `${origin}/api/webhooks/stripe`));

  const log = logTo("product");
  const child = vital(
    startChild({
      name: "The product",
      file: "node_modules/next/dist/bin/next",
      args: [isDev ? "dev" : "start", "-H", "127.0.0.1", "-p", String(run.port)],
      env: { ...productEnvironment(run), NODE_ENV: isDev ? "development" : "production" },
      onLine: isDev ? console.log : log,
    }),
  );
  await untilUp(child, `${origin}/api/health`);
}

function watchDatabase(): void {
  const server = embedded;
  if (!server) return;
  setInterval(() => {
    if (!stopping && !isRunning(server.pid)) void stop(1, "PostgreSQL ended. Stopping …");
  }, 1_000).unref();
}

async function prepare(): Promise<RunSettings> {
  loadDotEnv();
  if (process.env["APP_ENV"] === "production") {
    throw new Error(
      "npm start is for trying and developing. With APP_ENV=production use npm run migrate and npm run serve.",
    );
  }
  const other = await otherRun();
  if (other) throw new Error(`New Concierge already runs here, at ${other.url} (process ${other.pid}).`);

  const port = await choosePort();
  const run: RunSettings = {
    port,
    sandboxPort: await firstFreePort(port + 1000),
    ownerUrl: process.env["DATABASE_URL"] || "postgres://owner:unknown-yet@127.0.0.1/new_concierge",
    secrets: loadSecrets(),
    source: { ...process.env },
  };
  checkSettings(run);
  announceRun(`http://localhost:${port}`);
  isAnnounced = true;
  return run;
}

async function main(): Promise<void> {
  endWithNpm();
  const run = await prepare();
  const hold = await holdPort(run.port);
  run.ownerUrl = await openDatabase();
  watchDatabase();
  await progress.step("Schema", (detail) => migrateDatabase({ ...roleSettings(run), report: detail }));

  const build = isDev
    ? Promise.resolve()
    : progress.step("Build", async (detail) => detail(await ensureBuild(productEnvironment(run), detail)));
  const [hasDemo] = await Promise.all([fillDatabase(run), build]);

  await hold.release();
  await progress.step("Serving", () => serve(run));
  const env = productEnvironment(run);
  progress.say(
    summary({
      appUrl: env["APP_URL"] ?? "",
      sandboxUrl: usesSandbox(run.source) ? `http://localhost:${run.sandboxPort}` : null,
      hasMailbox: !env["RESEND_API_KEY"] && !env["SMTP_URL"],
      hasDemo,
      took: `${((performance.now() - began) / 1000).toFixed(1)} s`,
    }),
  );
  await runScheduler({
    origin: `http://127.0.0.1:${run.port}`,
    cronSecret: env["CRON_SECRET"] ?? "",
    signal: scheduler.signal,
    report: (line) => progress.say(line),
  });
}

try {
  await main();
} catch (error) {
  await stop(1, error instanceof Error ? error.message : String(error));
}
