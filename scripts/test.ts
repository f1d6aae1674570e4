import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { startTestPostgres } from "@/lib/testing/test-postgres";
import { stopChildren } from "@/scripts/children";
import { resolveChromium } from "@/scripts/chromium";
import { ensureDemoTemplate, testSource } from "@/scripts/demo-template";
import { PROJECT } from "@/scripts/dot-env";
import { ensureBuild } from "@/scripts/next-build";
import { createProgress } from "@/scripts/progress";
import { productEnvironment } from "@/scripts/run-settings";
import { loadSecrets } from "@/scripts/secrets";
import { closingLine, slowest, type TestResult } from "@/scripts/test-results";
import { type Detail, REPORTS, runPlaywright, runVitest, STATIC_CHECKS, staticCheck } from "@/scripts/test-runners";

// npm test: everything, in one go. `npm test -- --only browser` (or static, unit, db) runs a part.
const only = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1] : null;
const wants = (part: string): boolean => only === null || only === part;
const progress = createProgress();
const { say } = progress;
const results: TestResult[] = [];

/** Runs one step; what goes wrong in it is shown and counted, and the next one runs all the same. */
async function step(name: string, work: (detail: Detail) => Promise<TestResult[]>): Promise<boolean> {
  const began = performance.now();
  const isGood = (found: TestResult[]): boolean => found.every(({ passed }) => passed);
  const counted = async (detail: Detail): Promise<TestResult[]> => {
    const found = await work(detail);
    if (found.length > 0) detail(closingLine(found));
    return found;
  };
  try {
    const found = await progress.step(name, counted, isGood);
    results.push(...found);
    return isGood(found);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    results.push({ name, passed: false, durationMs: performance.now() - began });
    return false;
  }
}

/** What stands under the browser tests: counted only when it fails, because it is no test. */
async function prepareBrowserTests(server: { ownerUrl: string; template: string }): Promise<string | null> {
  const environment = join(REPORTS, "browser-tests.json");
  const isBuilt = await step("build", async (detail) => {
    const settings = { port: 3000, sandboxPort: 4000, ownerUrl: server.ownerUrl, secrets: loadSecrets() };
    detail(await ensureBuild(productEnvironment({ ...settings, source: testSource() }), detail));
    return [];
  });
  const isFilled = await step("demo", async (detail) => {
    const demoTemplate = await ensureDemoTemplate(server, detail);
    const content = { ownerUrl: server.ownerUrl, demoTemplate, chromium: resolveChromium() };
    writeFileSync(environment, JSON.stringify(content), { mode: 0o600 });
    return [];
  });
  return isBuilt && isFilled ? environment : null;
}

async function browser(): Promise<void> {
  const server = await startTestPostgres();
  try {
    const environment = await prepareBrowserTests(server);
    if (environment !== null) await step("browser", (detail) => runPlaywright(environment, { say, detail }));
  } finally {
    await stopChildren();
    await server.stop();
  }
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
if (wants("static"))
  for (const [name, command] of STATIC_CHECKS) await step(name, () => staticCheck(name, command, say));
if (wants("unit")) await step("unit", (detail) => runVitest("unit", { say, detail }));
if (wants("db")) await step("db", (detail) => runVitest("db", { say, detail }));
if (wants("browser") && existsSync(join(PROJECT, "e2e", "playwright.config.ts"))) await browser();

console.log("\nThe ten slowest:");
for (const { name, durationMs } of slowest(results, 10)) {
  console.log(`  ${(durationMs / 1000).toFixed(1).padStart(6)} s  ${name}`);
}
console.log(`\n${closingLine(results)}`);
process.exit(results.every(({ passed }) => passed) ? 0 : 1);
