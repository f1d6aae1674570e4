import { parseEnv } from "@/lib/platform/env";
import { loadDotEnv } from "@/scripts/dot-env";

// Before a build: a setting that is missing or wrong fails it, not the first invoice.
loadDotEnv();
try {
  parseEnv(process.env);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
