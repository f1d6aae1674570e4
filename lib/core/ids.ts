import { uuidv7 } from "uuidv7";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A new UUIDv7 (RFC 9562): sorts by time of creation, so indexes grow at their end. */
export function newId(): string {
  return uuidv7();
}

/** Whether a string taken from a URL can be an id at all; asked before the database is. */
export function isId(value: unknown): value is string {
  return typeof value === "string" && UUID.test(value);
}
