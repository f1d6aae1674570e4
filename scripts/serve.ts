import { existsSync } from "node:fs";
import { join } from "node:path";

import { parseEnv } from "@/lib/platform/env";
import { startChild, stopChildren } from "@/scripts/children";
import { loadDotEnv, PROJECT } from "@/scripts/dot-env";
import { runScheduler } from "@/scripts/scheduler";

// npm run serve: production. No install, build, demo or stand-in: the built product and the scheduler, with the settings given.
const IMPATIENCE_MS = 2_000;

loadDotEnv();
process.env["APP_ENV"] ??= "production";
const port = Number(process.env["PORT"] || 3000);
const scheduler = new AbortController();
let stoppedAt = 0;

async function stop(code: number): Promise<never> {
  stoppedAt = performance.now();
  scheduler.abort();
  await stopChildren();
  process.exit(code);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(name, () => {
    if (stoppedAt === 0) void stop(0);
    else if (performance.now() - stoppedAt > IMPATIENCE_MS) process.exit(1);
  });
}

try {
  parseEnv(process.env);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
if (!existsSync(join(PROJECT, ".next", "BUILD_ID"))) fail("There is no build to serve: run npm run build first.");

const product = startChild({
  name: "The product",
  file: "node_modules/next/dist/bin/next",
  args: ["start", "-H", process.env["HOST"] || "0.0.0.0", "-p", String(port)],
  env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  onLine: console.log,
});
void product.ended.then(({ code, signal }) => {
  if (stoppedAt > 0) return;
  console.error(`The product ended (${signal ?? `code ${code}`}).`);
  void stop(1);
});

if (process.env["SCHEDULER"] !== "off") {
  void runScheduler({
    origin: `http://127.0.0.1:${port}`,
    cronSecret: process.env["CRON_SECRET"] ?? "",
    signal: scheduler.signal,
    report: console.error,
  });
}
