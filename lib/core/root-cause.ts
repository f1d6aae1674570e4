/** What lies at the bottom of an error, in one line: drivers and ORMs wrap the sentence that says what went wrong. */
export function rootCause(error: unknown): string {
  let current = error;
  while (current instanceof Error && current.cause instanceof Error) current = current.cause;
  return current instanceof Error ? `${current.name}: ${current.message}` : String(current);
}
