import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

import { startChild } from "@/scripts/children";
import { DATA, PROJECT } from "@/scripts/dot-env";
import { withFileLock } from "@/scripts/file-lock";
import { logTo } from "@/scripts/log-file";

/** What ends in the built product. Tests, scripts and documents change without a new build. */
const SOURCES = [
  "app",
  "components",
  "db",
  "emails",
  "instrumentation.ts",
  "lib",
  "messages",
  "next.config.ts",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "proxy.ts",
  "public",
  "tsconfig.json",
];
const NOT_BUILT = /\.(test|spec)\.tsx?$|\.md$|^lib\/testing\/|^db\/seed\/|^db\/migrations\//;
const SHOWN_LINES = 60;
const MARKER = join(PROJECT, ".next", "built-from");

function filesOf(path: string): string[] {
  const absolute = join(PROJECT, path);
  if (!existsSync(absolute)) return [];
  try {
    return readdirSync(absolute, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(PROJECT, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return [path];
    throw error;
  }
}

/** Changes with the sources of the product; `withSeed` also with those of the demo and the stand-in it is lived on. */
export function sourceHash(withSeed = false): string {
  const hash = createHash("sha256").update(`${process.versions.modules} ${process.platform}-${process.arch}`);
  const sources = withSeed ? [...SOURCES, "sandbox"] : SOURCES;
  for (const file of sources.flatMap(filesOf).toSorted()) {
    if (withSeed || !NOT_BUILT.test(file)) hash.update(`\0${file}\0`).update(readFileSync(join(PROJECT, file)));
  }
  return hash.digest("hex");
}

/** The mark of a build: its sources and its id, so that one made by hand in between is not taken for ours. */
function markOf(hash: string): string | null {
  const id = join(PROJECT, ".next", "BUILD_ID");
  return existsSync(id) ? `${hash} ${readFileSync(id, "utf8")}` : null;
}

function isBuiltFrom(hash: string): boolean {
  return existsSync(MARKER) && readFileSync(MARKER, "utf8") === markOf(hash);
}

function failure(lines: string[]): string {
  const shown = lines.slice(0, SHOWN_LINES).join("\n");
  return `The build failed${lines.length > SHOWN_LINES ? "; all it said is in .data/logs/build.log" : ""}.\n${shown}`;
}

/**
 * Builds the product, unless the last build was made from the same sources.
 * @returns "reused" or "built". @throws Error with the build's output when it fails.
 */
export async function ensureBuild(
  env: NodeJS.ProcessEnv,
  detail: (line: string) => void = () => undefined,
): Promise<"reused" | "built"> {
  return withFileLock(join(DATA, "build.lock"), async () => {
    const hash = sourceHash();
    if (isBuiltFrom(hash)) return "reused";

    rmSync(MARKER, { force: true });
    const lines: string[] = [];
    const log = logTo("build");
    const build = startChild({
      name: "the build",
      file: "node_modules/next/dist/bin/next",
      args: ["build"],
      env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      onLine: (line) => {
        lines.push(line);
        log(line);
        if (line.trim() !== "") detail(line.trim());
      },
    });
    const { code } = await build.ended;
    if (code !== 0) throw new Error(failure(lines));
    writeFileSync(MARKER, markOf(hash) ?? "");
    return "built";
  });
}
