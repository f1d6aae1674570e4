import { assert } from "@/lib/core/assert";

declare const amountMinorBrand: unique symbol;

/** An amount of money in the minor units of the currency stored beside it (cents of EUR, whole yen, fils of KWD). */
export type AmountMinor = number & { readonly [amountMinorBrand]: true };

export const ZERO_MINOR = 0 as AmountMinor;

/** Brands an integer as minor units. Throws AssertionError on anything but a safe integer. */
export function amountMinor(value: number): AmountMinor {
  assert(Number.isSafeInteger(value), `not an amount in minor units: ${value}`);
  return (value === 0 ? 0 : value) as AmountMinor;
}

export function addMinor(a: AmountMinor, b: AmountMinor): AmountMinor {
  return amountMinor(a + b);
}

export function subtractMinor(a: AmountMinor, b: AmountMinor): AmountMinor {
  return amountMinor(a - b);
}

export function negateMinor(amount: AmountMinor): AmountMinor {
  return amountMinor(0 - amount);
}

export function sumMinor(amounts: Iterable<AmountMinor>): AmountMinor {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return amountMinor(sum);
}

export function minMinor(a: AmountMinor, b: AmountMinor): AmountMinor {
  return a < b ? a : b;
}

export function maxMinor(a: AmountMinor, b: AmountMinor): AmountMinor {
  return a > b ? a : b;
}
