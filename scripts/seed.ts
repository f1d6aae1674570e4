import { closePools } from "@/db/client";
import { loadDemo } from "@/db/seed/demo/load-demo";
import { loadCatalogues } from "@/db/seed/load-catalogues";
import { loadIssuers } from "@/db/seed/load-issuers";
import { platformTransaction } from "@/db/transaction";

// A process of its own beside `npm start`: fills an empty database, and says on the channel how far it is.
const wanted = new Set(process.argv.slice(2));

if (wanted.has("catalogue")) {
  await platformTransaction(loadIssuers);
  await loadCatalogues();
}
if (wanted.has("demo")) {
  await loadDemo({
    report: (line) => void process.send?.({ detail: line }),
    signInsFile: process.env["DEMO_SIGN_INS_FILE"],
  });
}
await closePools();
process.exit(0);
