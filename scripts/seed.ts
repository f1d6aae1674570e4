import { existsSync } from "node:fs";

import { closePools } from "@/db/client";
import { loadCatalogues } from "@/db/seed/load-catalogues";
import { loadIssuers } from "@/db/seed/load-issuers";
import { platformTransaction } from "@/db/transaction";

// A process of its own beside `npm start`: fills an empty database, and says on the channel how far it is.
const wanted = new Set(process.argv.slice(2));
const report = (line: string): void => void process.send?.({ detail: line });

type LoadDemo = (options: { report: (line: string) => void }) => Promise<unknown>;

async function loadDemo(): Promise<void> {
  const file = new URL("../db/seed/demo/load-demo.ts", import.meta.url);
  if (!existsSync(file)) return;
  const { loadDemo: load } = (await import(file.href)) as { loadDemo: LoadDemo };
  await load({ report });
}

if (wanted.has("catalogue")) {
  await platformTransaction(loadIssuers);
  await loadCatalogues();
}
if (wanted.has("demo")) await loadDemo();
await closePools();
process.exit(0);
