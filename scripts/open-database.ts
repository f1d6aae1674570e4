import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";

import { recreateDatabase } from "@/scripts/database-state";
import { DATA } from "@/scripts/dot-env";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/scripts/embedded-postgres";
import { DEMO_MARKER } from "@/scripts/fill-database";
import { migrateDatabase } from "@/scripts/migrate-database";
import { isRunning } from "@/scripts/processes";
import type { Run } from "@/scripts/run";
import { roleSettings } from "@/scripts/run-settings";

function watch(server: EmbeddedPostgres, { shutdown }: Run): void {
  setInterval(() => {
    if (!isRunning(server.pid)) void shutdown.stop(1, "PostgreSQL ended. Stopping …");
  }, 1_000).unref();
}

async function openEmbedded(run: Run): Promise<EmbeddedPostgres> {
  const { progress } = run;
  const server = await progress.step("PostgreSQL", async (detail) => {
    const started = await startEmbeddedPostgres({ dataDir: join(DATA, "postgres") });
    detail(`port ${started.port}${started.reused ? ", found running and taken over" : ""}`);
    return started;
  });
  if (server.relocatedTo) {
    progress.say(
      `  It may not run as root, and "nobody" cannot reach this folder: its files are in ${server.relocatedTo}`,
    );
  }
  if (existsSync(DEMO_MARKER)) {
    progress.say("  The demo was interrupted while it was made: making it afresh.");
    await recreateDatabase(server.ownerUrl);
    rmSync(DEMO_MARKER);
  }
  return server;
}

/** Opens the database of this run, the operator's or the embedded one, and brings it to the newest schema. */
export async function openDatabase(run: Run): Promise<void> {
  const given = process.env["DATABASE_URL"];
  if (!given) {
    run.embedded = await openEmbedded(run);
    run.settings.ownerUrl = run.embedded.ownerUrl;
    watch(run.embedded, run);
  }
  await run.progress.step("Schema", () =>
    migrateDatabase({ ...roleSettings(run.settings), report: (line) => run.progress.say(`  ${line}`) }),
  );
}
