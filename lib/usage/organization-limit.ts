export type LimitWithOverride = {
  /** Null is unlimited. */
  limit: string | null;
  overrideLimit: string | null;
  overrideUntil: Date | null;
};

/** The limit that holds now: the override a super-admin gave while it lasts, else the plan's. Null is unlimited. */
export function effectiveLimit({ limit, overrideLimit, overrideUntil }: LimitWithOverride, now: Date): string | null {
  const holds = overrideLimit !== null && (overrideUntil === null || now < overrideUntil);
  return holds ? overrideLimit : limit;
}
