import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { DATA } from "@/scripts/dot-env";

/** How to launch the browser of the tests: for Playwright's launchOptions. */
export type Chromium = { executablePath: string; env: Record<string, string> };

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const USUAL_PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

function installed(): string | null {
  const folders = (process.env["PATH"] ?? "").split(process.platform === "win32" ? ";" : ":");
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...USUAL_PLACES];
  return candidates.find((path) => existsSync(path)) ?? null;
}

/** The libraries and the one font of the package lie where it was unpacked, not where it thinks they are. */
function settingsOf(folder: string): Chromium {
  writeFileSync(
    join(folder, "fonts", "fonts.conf"),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${join(folder, "fonts", "fonts")}</dir><dir>/usr/share/fonts</dir><cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>`,
  );
  return {
    executablePath: join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: join(folder, "al2023", "lib"), FONTCONFIG_PATH: join(folder, "fonts") },
  };
}

/** Unpacks the browser that @sparticuz/chromium carries into .data/, beside its place first, so that a half one is never used. */
function unpacked(): Chromium {
  const folder = join(DATA, "chromium");
  if (existsSync(folder)) return settingsOf(folder);

  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const script = 'import("@sparticuz/chromium").then((module) => module.default.executablePath())';
  const result = spawnSync(process.execPath, ["-e", script], {
    env: { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
    encoding: "utf8",
  });
  if (result.status !== 0) throw new Error(`The packaged Chromium cannot be unpacked:\n${result.stderr}`);
  renameSync(unfinished, folder);
  return settingsOf(folder);
}

/**
 * The browser for tests: $CHROMIUM_PATH, else one that is installed, else on Linux x64 the one inside @sparticuz/chromium.
 * Nothing is downloaded. @throws Error that says what to install.
 */
export function resolveChromium(): Chromium {
  const given = process.env["CHROMIUM_PATH"];
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH is ${given}, and there is nothing there.`);
    return { executablePath: given, env: {} };
  }

  const found = installed();
  if (found) return { executablePath: found, env: {} };
  if (process.platform === "linux" && process.arch === "x64") return unpacked();
  throw new Error("The browser tests need Chromium or Chrome: install one, or set CHROMIUM_PATH to its program.");
}
