import { randomBytes } from "node:crypto";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Random letters and digits, without bias. */
export function randomToken(length: number): string {
  let token = "";
  while (token.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < 248 && token.length < length) token += ALPHABET[byte % 62];
    }
  }

  return token;
}

/** An id with Stripe's prefix for its kind of object, e.g. `pi_…`. */
export function newId(prefix: string): string {
  return `${prefix}_${randomToken(prefix === "cus" ? 14 : 24)}`;
}
