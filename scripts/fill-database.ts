import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { runtimeRoleUrls } from "@/db/role-urls";
import { startChild } from "@/scripts/children";
import { whatIsMissing } from "@/scripts/database-state";
import { DATA } from "@/scripts/dot-env";
import { logTo } from "@/scripts/log-file";
import type { Run } from "@/scripts/run";
import { productEnvironment, roleSettings, type RunSettings, usesSandbox } from "@/scripts/run-settings";
import { startSandbox } from "@/scripts/start-sandbox";

/** Lies there while the demo is made: a start that finds it knows that the last one was interrupted. */
export const DEMO_MARKER = join(DATA, "demo-loading");

/** Runs the loader as a process of its own. @throws Error with its last lines when it fails. */
export async function seed(
  settings: RunSettings,
  wanted: ("catalogue" | "demo")[],
  detail: (text: string) => void,
): Promise<void> {
  const child = startChild({
    name: "The loader",
    file: "scripts/seed.ts",
    args: wanted,
    env: productEnvironment(settings),
    onLine: logTo("seed"),
    onMessage: (message) => detail((message as { detail: string }).detail),
  });
  const { code } = await child.ended;
  if (code !== 0) throw new Error(`Loading ${wanted.join(" and ")} failed.\n${child.tail()}`);
}

/** Demo payments happen in the past of the demo: no webhook is set meanwhile, so none of their events is delivered later. */
async function loadDemo({ settings, progress }: Run): Promise<void> {
  writeFileSync(DEMO_MARKER, "");
  const sandbox = await startSandbox(settings, null);
  await progress.step("Demo, lived by the engine", (detail) => seed(settings, ["demo"], detail));
  await sandbox.stop();
  rmSync(DEMO_MARKER);
}

/**
 * Loads the catalogue where there is none, and the demo into an empty database: the embedded one, or with DEMO=1 another.
 * @returns whether the demo's people can sign in.
 */
export async function fillDatabase(run: Run): Promise<boolean> {
  const { settings, progress, embedded } = run;
  const { platformUrl } = runtimeRoleUrls(roleSettings(settings));
  const missing = await whatIsMissing(platformUrl);
  if (missing.catalogue) await progress.step("Catalogue", (detail) => seed(settings, ["catalogue"], detail));
  if (!missing.organizations) return true;
  if (embedded === null && process.env["DEMO"] !== "1") return false;

  if (!usesSandbox(settings.source)) {
    progress.say("  No demo: it is not loaded beside a Stripe key of your own.");
    return false;
  }
  await loadDemo(run);
  return true;
}
