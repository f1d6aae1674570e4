import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";

import { DATA, PROJECT } from "@/scripts/dot-env";
import { fromPlaywright, fromVitest, type TestResult } from "@/scripts/test-results";

export const REPORTS = join(DATA, "reports");

export type Detail = (text: string) => void;

type Ran = { code: number | null; output: string };

/** As many at a time as there are cores: vitest would leave one idle, and more would blur the tests that measure time. */
const WORKERS = availableParallelism();

const node = (path: string): string[] => [process.execPath, join(PROJECT, "node_modules", path)];

/** The checks that need no test runner, one counted result each. */
export const STATIC_CHECKS: [name: string, command: string[]][] = [
  ["format", [...node("oxfmt/bin/oxfmt"), "--check"]],
  ["lint", node("oxlint/bin/oxlint")],
  ["types", [...node("typescript/bin/tsc"), "--noEmit", "-p", "."]],
  ["boundaries", [...node("dependency-cruiser/bin/dependency-cruise.mjs"), "--config", ".dependency-cruiser.cjs", "."]],
  ["dead code", node("knip/bin/knip.js")],
];

function runCommand(command: string[], options: { env?: NodeJS.ProcessEnv; detail?: Detail } = {}): Promise<Ran> {
  const [program = "", ...args] = command;
  const { env = process.env, detail } = options;
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: PROJECT, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const take = (text: string): void => {
      output += text;
      detail?.(stripVTControlCharacters(text).trim().split("\n").at(-1)?.trim() ?? "");
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", take);
    child.once("error", (error) => resolve({ code: 1, output: error.message }));
    child.once("close", (code) => resolve({ code, output }));
  });
}

/** Runs one of the static checks. `say` gets what it complains of. */
export async function staticCheck(name: string, command: string[], say: Detail): Promise<TestResult[]> {
  const began = performance.now();
  const { code, output } = await runCommand(command);
  if (code !== 0) say(output);
  return [{ name, passed: code === 0, durationMs: performance.now() - began }];
}

/** What a runner reported. One that failed without a failed test (an error between tests, a crash) counts as one. */
function explained(name: string, ran: Ran, found: TestResult[]): TestResult[] {
  const isUnexplained = ran.code !== 0 && found.every(({ passed }) => passed);
  return isUnexplained ? [...found, { name: `${name}, outside a test`, passed: false, durationMs: 0 }] : found;
}

function readReport<T>(file: string): T | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as T) : null;
}

/** Runs a project of vitest.config.ts. `say` gets all it printed when a test failed. */
export async function runVitest(project: "unit" | "db", to: { say: Detail; detail: Detail }): Promise<TestResult[]> {
  const file = join(REPORTS, `${project}.json`);
  const command = [...node("vitest/vitest.mjs"), "run", "--project", project, `--maxWorkers=${WORKERS}`];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const ran = await runCommand([...command, ...reporters], { detail: to.detail });
  if (ran.code !== 0) to.say(ran.output);

  const report = readReport<Parameters<typeof fromVitest>[0]>(file);
  const found = report === null ? [] : fromVitest(report);
  const named = found.map((result) => ({ ...result, name: result.name.replace(`${PROJECT}/`, "") }));
  return explained(project, ran, named);
}

/** Runs the browser tests, which find what was made ready for them in the file `environment`. */
export async function runPlaywright(environment: string, to: { say: Detail; detail: Detail }): Promise<TestResult[]> {
  const file = join(REPORTS, "browser.json");
  const command = [
    ...node("@playwright/test/cli.js"),
    "test",
    "-c",
    "e2e/playwright.config.ts",
    "--reporter=line,json",
  ];
  const env = { ...process.env, NC_BROWSER_TESTS: environment, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const ran = await runCommand([...command, "--tsconfig", "scripts/tsconfig.json"], { env, detail: to.detail });
  if (ran.code !== 0) to.say(ran.output);

  const report = readReport<Parameters<typeof fromPlaywright>[0]>(file);
  return explained("browser", ran, report === null ? [] : fromPlaywright(report));
}
