import callCenter from "@/db/seed/catalogues/call-center.json";
import energyPlatform from "@/db/seed/catalogues/energy-platform.json";
import newConcierge from "@/db/seed/catalogues/new-concierge.json";
import { platformTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth/actor";
import { parseCatalogFile } from "@/lib/catalog/catalog-file";
import { type CatalogLoad, loadCatalog } from "@/lib/catalog/services/load-catalog";
import { AppError } from "@/lib/core/errors";
import { clock } from "@/lib/platform/clock";

const CATALOGUES: Record<string, unknown> = {
  "new-concierge": newConcierge,
  "call-center": callCenter,
  "energy-platform": energyPlatform,
};

export const CATALOGUE_KEYS = Object.keys(CATALOGUES);

/**
 * Loads the catalogues that ship with the product, each in a transaction of its own: the product's own when none is named.
 * @throws AppError not_found for a catalogue that does not exist, invalid_input for one whose file is wrong
 */
export async function loadCatalogues({
  keys = ["new-concierge"],
  actor = { kind: "system" },
}: { keys?: readonly string[]; actor?: Actor } = {}): Promise<Record<string, CatalogLoad>> {
  const loads: Record<string, CatalogLoad> = {};
  for (const key of keys) {
    const content = CATALOGUES[key];
    if (content === undefined) throw new AppError("not_found", { message: `no catalogue named ${key}` });
    const file = parseCatalogFile(content);
    loads[key] = await platformTransaction((tx) => loadCatalog(tx, file, { now: clock.now(), actor }));
  }
  return loads;
}
