import { existsSync } from "node:fs";

import { closePools } from "@/db/client";

// A process of its own beside `npm start`: fills an empty database, and says on the channel how far it is.
const wanted = new Set(process.argv.slice(2));
const report = (line: string): void => void process.send?.({ detail: line });

type Loader = (options: { report: (line: string) => void }) => Promise<unknown>;

async function load(path: string, name: string): Promise<void> {
  const file = new URL(path, import.meta.url);
  if (!existsSync(file)) return;
  const loaders = (await import(file.href)) as Record<string, Loader>;
  await loaders[name]?.({ report });
}

if (wanted.has("catalogue")) await load("../db/seed/load-catalogues.ts", "loadCatalogues");
if (wanted.has("demo")) await load("../db/seed/demo/load-demo.ts", "loadDemo");
await closePools();
process.exit(0);
