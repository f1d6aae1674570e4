import { stopChildren } from "@/scripts/children";
import { explainError } from "@/scripts/explain-error";
import { ensureBuild } from "@/scripts/next-build";
import { fillDatabase } from "@/scripts/fill-database";
import { openDatabase } from "@/scripts/open-database";
import { holdPort } from "@/scripts/placeholder";
import { prepareRun } from "@/scripts/prepare-run";
import { createProgress } from "@/scripts/progress";
import type { Run } from "@/scripts/run";
import { announceRun, withdrawRun } from "@/scripts/run-lock";
import { productEnvironment, usesSandbox } from "@/scripts/run-settings";
import { runScheduler } from "@/scripts/scheduler";
import { serveProduct } from "@/scripts/serve-product";
import { createShutdown, endWithNpm } from "@/scripts/shutdown";
import { summary } from "@/scripts/summary";

// npm start: everything from an empty folder to the product on localhost. Production has `npm run serve`.
const progress = createProgress();
const scheduler = new AbortController();
let current: Run | null = null;

const shutdown = createShutdown(async () => {
  if (current) announceRun("ending");
  scheduler.abort();
  await stopChildren();
  await current?.embedded?.stop();
  if (current) withdrawRun();
}, progress.say);

async function build({ settings, isDev }: Run): Promise<void> {
  if (isDev) return;
  await progress.step("Build", async (detail) => detail(await ensureBuild(productEnvironment(settings), detail)));
}

async function up(): Promise<void> {
  const settings = await prepareRun(progress.say);
  const run: Run = { settings, progress, shutdown, embedded: null, isDev: process.argv.includes("--dev") };
  current = run;
  announceRun(`http://localhost:${settings.port}`);
  const port = await holdPort(settings.port);

  await openDatabase(run);
  const [hasDemo] = await Promise.all([fillDatabase(run), build(run)]);
  await port.release();
  await progress.step("Server", () => serveProduct(run));

  const env = productEnvironment(settings);
  progress.say(
    summary({
      appUrl: env["APP_URL"] ?? "",
      sandboxUrl: usesSandbox(settings.source) ? `http://localhost:${settings.sandboxPort}` : null,
      hasMailbox: !env["RESEND_API_KEY"] && !env["SMTP_URL"],
      hasDemo,
      took: `${(performance.now() / 1000).toFixed(1)} s`,
    }),
  );
  await runScheduler({
    origin: `http://127.0.0.1:${settings.port}`,
    cronSecret: env["CRON_SECRET"] ?? "",
    signal: scheduler.signal,
    report: progress.say,
  });
}

endWithNpm(shutdown);
try {
  await up();
} catch (error) {
  await shutdown.stop(1, explainError(error));
}
