/** How far back attempts count. */
export const SIGN_IN_WINDOW_MINUTES = 15;

/**
 * Failures within the window before further attempts are refused: for one account (since its last success), from one network
 * address, and overall. The last keeps a spread-out attack from guessing at everyone and from spending all our time on hashes.
 */
export const SIGN_IN_LIMITS = { account: 10, address: 50, overall: 2_000 } as const;

export type FailureCounts = Record<keyof typeof SIGN_IN_LIMITS, number>;

/** Which limit is reached, if any. Only the account's says anything about one account, and it counts for unknown ones alike. */
export function reachedLimit(failures: FailureCounts): keyof FailureCounts | null {
  if (failures.address >= SIGN_IN_LIMITS.address) return "address";
  if (failures.overall >= SIGN_IN_LIMITS.overall) return "overall";
  return failures.account >= SIGN_IN_LIMITS.account ? "account" : null;
}

/** An e-mail address as we compare them: trimmed, composed (NFC), lower case. */
export function normalizeEmail(email: string): string {
  return email.normalize("NFC").trim().toLowerCase();
}

/** What an address counts as: IPv6 hands a household 2^64 addresses, so its network (/64) is what counts. */
export function addressKey(ipAddress: string | null): string {
  if (ipAddress === null || !ipAddress.includes(":")) return ipAddress ?? "unknown";

  const [head = "", tail] = ipAddress.toLowerCase().split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({ length: zeros }, () => "0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
