import type { EntitlementBehaviour } from "@/lib/catalog/entitlement";
import { assertNever } from "@/lib/core/assert";
import { decimal, maxDecimal, toDecimalString, ZERO } from "@/lib/core/decimal";

export type QuotaCheck = {
  allowed: boolean;
  /** Whether the use after this request lies above the limit: soft warns about it, overage bills it. */
  overLimit: boolean;
  /** What may still be used before the limit; null when there is none. */
  remaining: string | null;
};

/**
 * Whether a request fits the limit of its period. `limit` null means unlimited. Hard refuses whatever would pass the limit,
 * soft and overage allow it. The database repeats the comparison in one statement; this is the same rule for previews.
 */
export function checkQuota(quota: {
  limit: string | null;
  used: string;
  requested: string;
  behaviour: EntitlementBehaviour;
}): QuotaCheck {
  if (quota.limit === null) return { allowed: true, overLimit: false, remaining: null };

  const before = decimal(quota.used);
  const after = before.plus(quota.requested);
  const overLimit = after.greaterThan(quota.limit);
  const allowed = !overLimit || !refusesAboveLimit(quota.behaviour);
  const remaining = toDecimalString(maxDecimal(ZERO, decimal(quota.limit).minus(allowed ? after : before)));
  return { allowed, overLimit, remaining };
}

function refusesAboveLimit(behaviour: EntitlementBehaviour): boolean {
  switch (behaviour) {
    case "hard":
      return true;
    case "soft":
    case "overage":
      return false;
    default:
      return assertNever(behaviour);
  }
}

/** The alert thresholds, in percent of the limit, that a rise from one use to the next reaches, lowest first. None without a limit or with a limit of zero. */
export function crossedThresholds(rise: {
  limit: string | null;
  before: string;
  after: string;
  thresholds: readonly number[];
}): number[] {
  if (rise.limit === null || decimal(rise.limit).isZero()) return [];

  const limit = decimal(rise.limit);
  return rise.thresholds
    .filter((threshold) => {
      const mark = limit.times(threshold).div(100);
      return mark.greaterThan(rise.before) && mark.lessThanOrEqualTo(rise.after);
    })
    .toSorted((a, b) => a - b);
}
