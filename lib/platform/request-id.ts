import { newId } from "@/lib/core/ids";

export const REQUEST_ID_HEADER = "x-request-id";

/** A new id that joins what the user saw to what the log says. Never the client's: it could write anything into the log. */
export function newRequestId(): string {
  return newId();
}
