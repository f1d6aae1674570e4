import { assert } from "@/lib/core/assert";
import { decimal, type Decimal, sumDecimals } from "@/lib/core/decimal";
import { type AmountMinor, amountMinor } from "@/lib/core/money";

/**
 * Splits an amount in proportion to non-negative weights by largest remainder, so the parts always sum to the whole.
 * Ties go to the larger weight, then to the earlier position. A negative total splits like its absolute value.
 * Throws AssertionError on a negative weight, or when something has to be split over weights that sum to zero.
 */
export function allocate(total: AmountMinor, weights: readonly (string | number | Decimal)[]): AmountMinor[] {
  const exactWeights = weights.map((weight) => decimal(weight));
  assert(!exactWeights.some((weight) => weight.isNegative() && !weight.isZero()), "negative weight");

  const sum = sumDecimals(exactWeights);
  if (sum.isZero()) {
    assert(total === 0, "an amount cannot be split over nothing");
    return exactWeights.map(() => amountMinor(0));
  }

  const size = Math.abs(total);
  const parts = exactWeights.map((weight, index) => {
    const product = weight.times(size);
    const floor = product.div(sum).floor();
    return { index, weight, floor: floor.toNumber(), remainder: product.minus(floor.times(sum)) };
  });

  let left = size - parts.reduce((given, part) => given + part.floor, 0);
  const byRemainder = [...parts].sort(
    (a, b) => b.remainder.comparedTo(a.remainder) || b.weight.comparedTo(a.weight) || a.index - b.index,
  );
  for (const part of byRemainder) {
    if (left === 0) break;
    part.floor += 1;
    left -= 1;
  }

  assert(left === 0, "largest remainder left something over");
  return parts.map((part) => amountMinor(total < 0 ? -part.floor : part.floor));
}
