import { DATA } from "@/scripts/dot-env";

/** What to tell a person about an error that ends a script: its sentence, and for files of another user what to do. */
export function explainError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  const isForeign = (code === "EACCES" || code === "EPERM") && path?.startsWith(DATA);
  if (!isForeign) return error.message;
  return `${path} belongs to another user: start as that user, or empty .data/ as that user or root (npm run reset).`;
}
