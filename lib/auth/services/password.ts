import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** Argon2id with OWASP's first recommendation: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Longer ones are refused before they are hashed, so that nobody makes us hash a megabyte (NIST SP 800-63B asks to allow 64 at least). */
export const MAX_PASSWORD_LENGTH = 256;

let dummyHash: Promise<string> | undefined;

/** The PHC string to store. Unicode is composed first (NFC), so that a password typed on another keyboard is the same one. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), PARAMETERS);
}

/**
 * Whether the password is the one that was hashed. Without a hash (an unknown address, a person who never chose one) it takes
 * the same time and answers false, so that the time tells nobody which addresses exist.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  dummyHash ??= hashPassword("nobody signs in with this one");
  const matches = await verify(passwordHash ?? (await dummyHash), password.normalize("NFC"));
  return passwordHash !== null && matches;
}
