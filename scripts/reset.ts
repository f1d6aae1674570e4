import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";

import { DATA } from "@/scripts/dot-env";
import { stopLeftOver } from "@/scripts/embedded-postgres";
import { explainError } from "@/scripts/explain-error";
import { relocatedHome } from "@/scripts/postgres-home";
import { otherRun } from "@/scripts/run-lock";

// npm run reset: empties .data/ (the embedded database with all that was entered, the generated secrets, the logs).
const CLUSTERS = ["postgres", "test-postgres"].map((name) => join(DATA, name));

async function isConfirmed(): Promise<boolean> {
  if (process.argv.includes("--yes")) return true;
  if (!process.stdin.isTTY) {
    console.error("Nobody is here to ask. To empty .data/ without a question: npm run reset -- --yes");
    return false;
  }
  const ask = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await ask.question("This deletes the embedded database, its secrets and logs in .data/. Type yes: ");
  ask.close();
  return answer.trim().toLowerCase() === "yes";
}

async function reset(): Promise<void> {
  const run = await otherRun();
  if (run) throw new Error(`New Concierge runs here, at ${run.url} (process ${run.pid}): stop it first.`);
  if (!(await isConfirmed())) {
    console.log("Nothing was deleted.");
    process.exitCode = 1;
    return;
  }

  for (const dataDir of CLUSTERS) {
    await stopLeftOver(dataDir);
    const elsewhere = relocatedHome(dataDir);
    if (!existsSync(elsewhere)) continue;
    rmSync(elsewhere, { recursive: true, force: true });
    console.log(`Removed ${elsewhere}`);
  }
  for (const name of existsSync(DATA) ? readdirSync(DATA) : [])
    rmSync(join(DATA, name), { recursive: true, force: true });
  console.log(`Emptied ${DATA}. The next npm start makes everything anew.`);
}

try {
  await reset();
} catch (error) {
  console.error(explainError(error));
  process.exitCode = 1;
}
