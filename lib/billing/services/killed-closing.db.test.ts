import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as after } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadCatalogues } from "@/db/seed/load-catalogues";
import { loadIssuers } from "@/db/seed/load-issuers";
import { platformTransaction } from "@/db/transaction";
import { closeDueBillingCycles } from "@/lib/billing/services/close-due-billing-cycles";
import { expectClosedOnce } from "@/lib/testing/expect-closed-once";
import { seedDueSubscriptions } from "@/lib/testing/seed-due-subscriptions";

const NOW = "2026-02-01T06:00:00Z";
const COUNT = 800;
const KILLS = 10;
const sql = postgres(process.env["DATABASE_URL"] ?? "", { max: 2, onnotice: () => undefined });

/** Starts a closing process and kills it `delay` ms after it began, which is somewhere in the middle of a batch. */
async function killedClosing(delay: number): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, ["--import", "tsx", "lib/testing/close-cycles-process.ts", NOW], {
    env: { ...process.env, TSX_TSCONFIG_PATH: "scripts/tsconfig.json" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  await Promise.race([once(child.stdout, "data"), exited]);
  await after(delay);
  child.kill("SIGKILL");
  const [, signal] = await exited;
  return signal as NodeJS.Signals | null;
}

beforeAll(async () => {
  await loadCatalogues();
  await platformTransaction(loadIssuers);
  await seedDueSubscriptions(sql, COUNT);
});
afterAll(() => sql.end());

it(`leaves no gap, no double and no half invoice after ${KILLS} kills`, { timeout: 120_000 }, async () => {
  const signals: (NodeJS.Signals | null)[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) signals.push(await killedClosing(20 + Math.random() * 180));

  // Some must have been killed at work, or nothing was tried.
  expect(signals.filter((signal) => signal === "SIGKILL").length).toBeGreaterThan(KILLS / 2);
  const [before] = await sql`select count(*)::int as n from invoice`;
  expect(before?.["n"]).toBeLessThan(COUNT);

  await closeDueBillingCycles({
    now: new Date(NOW),
    limit: 100,
    scope: { testClockId: null },
    actor: { kind: "cron" },
    timeLeft: () => true,
  });
  await expectClosedOnce(sql, COUNT);
});
