import { type DayShare, shareOf } from "@/lib/billing/proration";
import { decimal, type Decimal, maxDecimal, ZERO } from "@/lib/core/decimal";
import { type AmountMinor, ZERO_MINOR } from "@/lib/core/money";
import { roundMinor } from "@/lib/core/rounding";

/**
 * The true-up to a minimum commitment: the minimum for the days covered less what counts towards it before tax, rounded
 * once after the subtraction; zero when the minimum is met. A subscription's minimum counts everything invoiced for it, a
 * charge's only its own usage.
 */
export function trueUp(commitment: {
  minimumMinor: AmountMinor;
  usedMinor: AmountMinor;
  share: DayShare;
}): AmountMinor {
  const missing = shareOf(decimal(commitment.minimumMinor), commitment.share).minus(commitment.usedMinor);
  return missing.greaterThan(0) ? roundMinor(missing) : ZERO_MINOR;
}

/**
 * What a maximum takes off a new amount, in major units: the discount is a line of its own, the price stays what it is.
 * `alreadyBilled` is what the period was billed before, after earlier such discounts.
 */
export function discountToMaximum(spend: { maximum: string; alreadyBilled: string; gross: string }): Decimal {
  const room = maxDecimal(ZERO, decimal(spend.maximum).minus(spend.alreadyBilled));
  return maxDecimal(ZERO, decimal(spend.gross).minus(room));
}
