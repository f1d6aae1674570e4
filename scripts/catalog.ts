import { closePools } from "@/db/client";
import { CATALOGUE_KEYS, loadCatalogues } from "@/db/seed/load-catalogues";
import { loadDotEnv } from "@/scripts/dot-env";

// npm run catalog -- <key>…: brings the plans of the database to what the catalogue files say.
loadDotEnv();
const keys = process.argv.slice(2);
const unknown = keys.find((key) => !CATALOGUE_KEYS.includes(key));

try {
  if (unknown) throw new Error(`There is no catalogue "${unknown}". There are: ${CATALOGUE_KEYS.join(", ")}.`);
  const loads = await loadCatalogues(keys.length > 0 ? { keys } : {});
  for (const [key, { plansCreated, plansUpdated, versionsPublished }] of Object.entries(loads)) {
    console.log(`${key}: ${plansCreated} plans new, ${plansUpdated} changed, ${versionsPublished} versions published.`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await closePools();
}
