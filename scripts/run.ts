import type { EmbeddedPostgres } from "@/scripts/embedded-postgres";
import type { Progress } from "@/scripts/progress";
import type { RunSettings } from "@/scripts/run-settings";
import type { Shutdown } from "@/scripts/shutdown";

/** What the steps of `npm start` share. */
export type Run = {
  settings: RunSettings;
  progress: Progress;
  shutdown: Shutdown;
  /** Null when DATABASE_URL names a server of the operator's own. */
  embedded: EmbeddedPostgres | null;
  isDev: boolean;
};
