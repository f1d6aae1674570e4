import { existsSync } from "node:fs";
import { join } from "node:path";

import { closePools } from "@/db/client";
import { CATALOGUE_KEYS, loadCatalogues } from "@/db/seed/load-catalogues";
import { DATA, loadDotEnv } from "@/scripts/dot-env";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/scripts/embedded-postgres";
import { migrateDatabase } from "@/scripts/migrate-database";
import { productEnvironment } from "@/scripts/run-settings";
import { loadSecrets } from "@/scripts/secrets";

// npm run catalog -- <key>…: brings the plans of the database to what the catalogue files say.
loadDotEnv();
const keys = process.argv.slice(2);

/** Without DATABASE_URL the embedded server is meant: the one that `npm start` runs, or one of our own for a moment. */
async function openEmbedded(): Promise<EmbeddedPostgres> {
  const dataDir = join(DATA, "postgres");
  if (!existsSync(dataDir)) throw new Error("There is no database yet: npm start makes one, with its catalogue in it.");
  const server = await startEmbeddedPostgres({ dataDir });
  const { ownerUrl } = server;
  if (!server.reused) await migrateDatabase({ ownerUrl });
  const ports = { port: 3000, sandboxPort: 3001 };
  Object.assign(process.env, productEnvironment({ ...ports, ownerUrl, secrets: loadSecrets(), source: process.env }));
  return server;
}

let embedded: EmbeddedPostgres | undefined;
try {
  const unknown = keys.find((key) => !CATALOGUE_KEYS.includes(key));
  if (unknown) throw new Error(`There is no catalogue "${unknown}". There are: ${CATALOGUE_KEYS.join(", ")}.`);
  if (!process.env["DATABASE_URL"]) embedded = await openEmbedded();

  const loads = await loadCatalogues(keys.length > 0 ? { keys } : {});
  for (const [key, { plansCreated, plansUpdated, versionsPublished }] of Object.entries(loads)) {
    console.log(`${key}: ${plansCreated} plans new, ${plansUpdated} changed, ${versionsPublished} versions published.`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await closePools();
  if (embedded && !embedded.reused) await embedded.stop();
}
