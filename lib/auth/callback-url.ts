/** The request header in which proxy.ts says which page is asked for, to come back to after signing in. */
export const PATH_HEADER = "x-nc-path";

const MAX_LENGTH = 2_000;
const ORIGIN = "http://ours.invalid";

/**
 * The path to go to after signing in, or null when what was asked for could lead off our origin. Taken is only an absolute path
 * whose second character is neither slash nor backslash (browsers read both as "another host"), and without the control
 * characters that the URL standard strips before it reads one.
 */
export function safeCallbackPath(value: unknown): string | null {
  if (typeof value !== "string" || value.length > MAX_LENGTH) return null;
  if (!/^\/(?![/\\])/.test(value) || hasControlCharacter(value)) return null;

  return isOurs(value) ? value : null;
}

/** The address of the sign-in page that leads back to `path`. */
export function signInPath(path: unknown): string {
  const safe = safeCallbackPath(path);
  return safe === null || safe === "/" ? "/sign-in" : `/sign-in?callbackUrl=${encodeURIComponent(safe)}`;
}

function hasControlCharacter(value: string): boolean {
  return [...value].some((character) => character < " " || character === "\u007f");
}

/** What a browser would make of it: still our origin, and still a path of ours once dots and slashes are folded. */
function isOurs(path: string): boolean {
  if (!URL.canParse(path, ORIGIN)) return false;
  const url = new URL(path, ORIGIN);
  return url.origin === ORIGIN && !url.pathname.startsWith("//");
}
