import { AppError } from "@/lib/core/errors";

/** An address of ours. Throws invalid_input for a path that leads to another host, such as `//evil.example`. */
export function ownUrl(appUrl: string, path: string): string {
  const base = new URL(appUrl);
  const url = new URL(path, base);
  if (url.origin !== base.origin) throw new AppError("invalid_input", { message: `not an address of ours: ${path}` });
  return url.href;
}
