// What start.mjs and test.mjs share. Plain Node without dependencies.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

const scripts = fileURLToPath(new URL(".", import.meta.url));
const project = join(scripts, "..");
const LOWEST_NODE = [20, 19];

/** Ends the process with a plain sentence when this Node is too old for the packages we stand on. */
export function ensureNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isNewEnough = major > LOWEST_NODE[0] || (major === LOWEST_NODE[0] && minor >= LOWEST_NODE[1]);
  if (isNewEnough) return;

  console.error(`New Concierge needs Node ${LOWEST_NODE.join(".")} or later; this is ${process.versions.node}.`);
  console.error("Install the current LTS from https://nodejs.org and start again.");
  process.exit(1);
}

/** The lock file, the platform and the ABI decide what is installed: the same three, the same node_modules. */
function wantedInstall() {
  const lock = readFileSync(join(project, "package-lock.json"));
  const hash = createHash("sha256").update(lock).digest("hex");
  return `${hash} ${process.platform}-${process.arch}`;
}

function isInstalled() {
  const marker = join(project, "node_modules", ".installed-from");
  if (existsSync(marker)) return readFileSync(marker, "utf8") === wantedInstall();
  return matchesHiddenLock();
}

/** An `npm ci` or `npm install` run by hand leaves no marker of ours, but npm's own record of what it put there. */
function matchesHiddenLock() {
  const hidden = join(project, "node_modules", ".package-lock.json");
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(hidden, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === "" || entry.optional || entry.peer || entry.extraneous || present[path]?.version === entry.version,
  );
}

/** Installs exactly what package-lock.json names, when node_modules is missing or was made from another one. */
export function ensureDependencies() {
  const marker = join(project, "node_modules", ".installed-from");
  if (!isInstalled()) {
    const began = Date.now();
    console.log("Installing the packages of package-lock.json (a minute or less) …");
    const npm = process.env.npm_execpath;
    const [command, prefix] = npm ? [process.execPath, [npm]] : ["npm", []];
    const result = spawnSync(command, [...prefix, "ci", "--include=dev", "--no-audit", "--no-fund"], {
      cwd: project,
      stdio: "inherit",
      shell: !npm && process.platform === "win32",
    });
    if (result.status !== 0) {
      console.error("npm ci failed: see above. Nothing was started.");
      process.exit(result.status ?? 1);
    }
    console.log(`Packages installed in ${Math.round((Date.now() - began) / 1000)} s.`);
  }
  try {
    writeFileSync(marker, wantedInstall());
  } catch {
    // node_modules may be read-only: then the question is asked again the next time.
  }
}

/** Runs a script written in TypeScript in this very process, so that signals and exit codes need no passing on. */
export async function runTypeScript(name) {
  const loader = join(project, "node_modules", "tsx", "dist", "esm", "api", "index.mjs");
  process.env.TSX_TSCONFIG_PATH = join(scripts, "tsconfig.json");
  const { register } = await import(pathToFileURL(loader).href);
  register({ tsconfig: join(scripts, "tsconfig.json") });
  await import(pathToFileURL(join(scripts, name)).href);
}
