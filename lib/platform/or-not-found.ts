import "server-only";
import { notFound } from "next/navigation";
import { isAppError } from "@/lib/core/errors";

/** What a query finds, or the page that says it is not here: for ids taken from an address. */
export async function orNotFound<T>(found: Promise<T>): Promise<T> {
  try {
    return await found;
  } catch (error) {
    if (isAppError(error, "not_found")) notFound();
    throw error;
  }
}
