import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { assertDatabaseRoles } from "@/lib/platform/assert-database-roles";
import { isDatabaseUnavailable } from "@/lib/platform/database-errors";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";

const TRIES = 20;
const PAUSE_MS = 1_000;

/**
 * What must hold before the first request is served: the settings are whole and the database's roles are weak enough. A database
 * that is still starting is waited for, some twenty seconds. Anything else ends the process, saying why.
 */
export async function startUp(): Promise<void> {
  try {
    env();
    await withPatience(assertDatabaseRoles);
  } catch (error) {
    logger().fatal(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

async function withPatience(check: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await check();
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error;
      if (attempt >= TRIES) throw new Error("The database does not answer: gave up.", { cause: error });
      logger().warn({ attempt, of: TRIES }, "the database does not answer yet");
      await sleep(PAUSE_MS);
    }
  }
}
