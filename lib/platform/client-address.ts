import { isIP } from "node:net";

/**
 * The address of the browser, as the nearest proxy saw it: the last entry of X-Forwarded-For. Entries before it were sent by the
 * browser and may say anything. Null when it is not an address.
 */
export function clientAddress(headers: Pick<Headers, "get">): string | null {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  const address = last.replace(/^::ffff:(?=\d+\.)/i, "");
  return isIP(address) === 0 ? null : address;
}
