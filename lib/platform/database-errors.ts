import { postgresCode } from "@/db/transaction";

/** The database cannot be reached, is stopping, or has no connection left: worth another try in a moment. */
const UNAVAILABLE =
  /^(08|53|57P|58)|^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|CONNECT_TIMEOUT|CONNECTION_(CLOSED|ENDED|DESTROYED))$/;

export function isDatabaseUnavailable(error: unknown): boolean {
  return UNAVAILABLE.test(postgresCode(error));
}
