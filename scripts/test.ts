import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

import { startTestPostgres } from "@/lib/testing/test-postgres";
import { stopChildren } from "@/scripts/children";
import { resolveChromium } from "@/scripts/chromium";
import { ensureDemoTemplate, testSource } from "@/scripts/demo-template";
import { DATA, PROJECT } from "@/scripts/dot-env";
import { ensureBuild } from "@/scripts/next-build";
import { createProgress } from "@/scripts/progress";
import { productEnvironment } from "@/scripts/run-settings";
import { loadSecrets } from "@/scripts/secrets";
import { closingLine, fromPlaywright, fromVitest, slowest, type TestResult } from "@/scripts/test-results";

// npm test: everything, in one go. `npm test -- --only browser` (or unit, db, static) runs a part.
const REPORTS = join(DATA, "reports");
const only = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1] : null;
const progress = createProgress();
const results: TestResult[] = [];

const node = (path: string): string[] => [process.execPath, join(PROJECT, "node_modules", path)];
const STATIC_CHECKS: [name: string, command: string[]][] = [
  ["format", [...node("oxfmt/bin/oxfmt"), "--check"]],
  ["lint", [...node("oxlint/bin/oxlint")]],
  ["types", [...node("typescript/bin/tsc"), "--noEmit", "-p", "."]],
  ["boundaries", [...node("dependency-cruiser/bin/dependency-cruise.mjs"), "--config", ".dependency-cruiser.cjs", "."]],
  ["dead code", [...node("knip/bin/knip.js")]],
];

type Ran = { code: number | null; output: string };

function runCommand(command: string[], env: NodeJS.ProcessEnv = process.env): Promise<Ran> {
  const [program = "", ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: PROJECT, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    child.once("error", (error) => resolve({ code: 1, output: error.message }));
    child.once("close", (code) => resolve({ code, output }));
  });
}

/** Runs one step; what goes wrong in it is shown and counted, and the next one runs all the same. */
async function step(name: string, work: (detail: (text: string) => void) => Promise<TestResult[]>): Promise<void> {
  const began = performance.now();
  try {
    const found = await progress.step(
      name,
      async (detail) => {
        const ran = await work(detail);
        if (ran.length > 0) detail(closingLine(ran));
        return ran;
      },
      (ran) => ran.every(({ passed }) => passed),
    );
    results.push(...found);
  } catch (error) {
    progress.say(error instanceof Error ? error.message : String(error));
    results.push({ name, passed: false, durationMs: performance.now() - began });
  }
}

async function staticCheck(name: string, command: string[]): Promise<TestResult[]> {
  const began = performance.now();
  const { code, output } = await runCommand(command);
  if (code !== 0) progress.say(output);
  return [{ name, passed: code === 0, durationMs: performance.now() - began }];
}

/** Reads what a runner reported. One that failed without a failed test (an error between tests, a crash) counts as one. */
function collect(name: string, ran: Ran, read: () => TestResult[]): TestResult[] {
  const found = read();
  if (ran.code !== 0) progress.say(ran.output);
  const isUnexplained = ran.code !== 0 && found.every(({ passed }) => passed);
  return isUnexplained ? [...found, { name: `${name}, outside a test`, passed: false, durationMs: 0 }] : found;
}

async function vitest(project: "unit" | "db"): Promise<TestResult[]> {
  const report = join(REPORTS, `${project}.json`);
  const ran = await runCommand([
    ...node("vitest/vitest.mjs"),
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  return collect(project, ran, () => {
    if (!existsSync(report)) return [];
    const found = fromVitest(JSON.parse(readFileSync(report, "utf8")) as Parameters<typeof fromVitest>[0]);
    return found.map((result) => ({ ...result, name: result.name.replace(`${PROJECT}/`, "") }));
  });
}

async function browser(): Promise<void> {
  const server = await startTestPostgres();
  const environment = join(REPORTS, "browser-tests.json");
  try {
    await step("build", async (detail) => {
      const settings = { port: 3000, sandboxPort: 4000, ownerUrl: server.ownerUrl, secrets: loadSecrets() };
      detail(await ensureBuild(productEnvironment({ ...settings, source: testSource() }), detail));
      return [];
    });
    await step("demo", async (detail) => {
      const demoTemplate = await ensureDemoTemplate(server, detail);
      const chromium = resolveChromium();
      writeFileSync(environment, JSON.stringify({ ownerUrl: server.ownerUrl, demoTemplate, chromium }), {
        mode: 0o600,
      });
      return [];
    });
    await step("browser", () => playwright(environment));
  } finally {
    await stopChildren();
    await server.stop();
  }
}

async function playwright(environment: string): Promise<TestResult[]> {
  const report = join(REPORTS, "browser.json");
  const command = [
    ...node("@playwright/test/cli.js"),
    "test",
    "-c",
    "e2e/playwright.config.ts",
    "--reporter=line,json",
  ];
  const ran = await runCommand(
    [...command, "--tsconfig", relative(PROJECT, join(PROJECT, "scripts", "tsconfig.json"))],
    {
      ...process.env,
      NC_BROWSER_TESTS: environment,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
  );
  return collect("browser", ran, () =>
    existsSync(report)
      ? fromPlaywright(JSON.parse(readFileSync(report, "utf8")) as Parameters<typeof fromPlaywright>[0])
      : [],
  );
}

const wants = (part: string): boolean => only === null || only === part;

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
if (wants("static")) for (const [name, command] of STATIC_CHECKS) await step(name, () => staticCheck(name, command));
if (wants("unit")) await step("unit", () => vitest("unit"));
if (wants("db")) await step("db", () => vitest("db"));
if (wants("browser") && existsSync(join(PROJECT, "e2e", "playwright.config.ts"))) await browser();

console.log("\nThe ten slowest:");
for (const test of slowest(results, 10))
  console.log(`  ${(test.durationMs / 1000).toFixed(1).padStart(6)} s  ${test.name}`);
console.log(`\n${closingLine(results)}`);
process.exit(results.every(({ passed }) => passed) ? 0 : 1);
