/** A session ends this long after signing in, used or not. */
export const SESSION_MAX_AGE_SECONDS = 30 * 24 * 60 * 60;

/** A row is touched at most this often, so that reading a page is not a write. */
export const LAST_SEEN_EVERY_SECONDS = 5 * 60;

/** Ours is some 300 bytes; what is longer is not decrypted at all. */
export const MAX_TOKEN_LENGTH = 2_048;

export type SessionCookie = { name: string; isSecure: boolean };

/** Browsers take a `__Secure-` cookie only over https, so it cannot be planted from a plain page of the same host. */
export function sessionCookie(appUrl: string): SessionCookie {
  const isSecure = appUrl.startsWith("https:");
  return { name: `${isSecure ? "__Secure-" : ""}authjs.session-token`, isSecure };
}
