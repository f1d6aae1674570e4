import { existsSync } from "node:fs";
import { join } from "node:path";

import { parseEnv } from "@/lib/platform/env";
import { startChild, stopChildren } from "@/scripts/children";
import { loadDotEnv, PROJECT } from "@/scripts/dot-env";
import { explainError } from "@/scripts/explain-error";
import { runScheduler } from "@/scripts/scheduler";
import { createShutdown, endWithNpm } from "@/scripts/shutdown";
import { untilUp } from "@/scripts/until-up";

// npm run serve: production. No install, build, demo or stand-in: the built product and the scheduler, with the settings given.
loadDotEnv();
process.env["APP_ENV"] ||= "production";
const LISTENS_EVERYWHERE = new Set(["0.0.0.0", "::"]);
const host = process.env["HOST"] || "0.0.0.0";
const port = Number(process.env["PORT"] || 3000);
const scheduler = new AbortController();
const shutdown = createShutdown(async () => {
  scheduler.abort();
  await stopChildren();
}, console.error);

async function serve(): Promise<void> {
  parseEnv(process.env);
  if (!existsSync(join(PROJECT, ".next", "BUILD_ID"))) {
    throw new Error("There is no build to serve: run npm run build first.");
  }

  const product = startChild({
    name: "The product",
    file: "node_modules/next/dist/bin/next",
    args: ["start", "-H", host, "-p", String(port)],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    onLine: console.log,
  });
  void product.ended.then(({ code, signal }) => {
    if (!shutdown.hasBegun()) void shutdown.stop(1, `The product ended (${signal ?? `code ${code}`}).`);
  });

  const origin = `http://${LISTENS_EVERYWHERE.has(host) ? "127.0.0.1" : host}:${port}`;
  await untilUp(product, `${origin}/api/health`);
  if (process.env["SCHEDULER"] === "off") return;
  await runScheduler({
    origin,
    cronSecret: process.env["CRON_SECRET"] ?? "",
    signal: scheduler.signal,
    report: console.error,
  });
}

endWithNpm(shutdown);
try {
  await serve();
} catch (error) {
  await shutdown.stop(1, explainError(error));
}
