import type { DayShare } from "@/lib/billing/proration";
import { decimal, maxDecimal, toDecimalString, ZERO } from "@/lib/core/decimal";

/** The part of a total above what the plan includes. A total below zero is a reversal and has no included part. */
export function billableQuantity(total: string, included: string): string {
  const exact = decimal(total);
  if (exact.isNegative()) return total;
  return toDecimalString(maxDecimal(ZERO, exact.minus(included)));
}

/** The included quantity of a part of a period, by calendar days. */
export function proratedIncluded(included: string, share: DayShare): string {
  return toDecimalString(decimal(included).times(share.days).div(share.denominator));
}
