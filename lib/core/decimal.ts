import { Decimal as DecimalJs } from "decimal.js";

import { assert } from "@/lib/core/assert";

/**
 * The one configuration of exact arithmetic: 60 significant digits, half away from zero. Sixty digits keep every sum and
 * product of ours exact; a quotient that does not end is so close to its value that rounding to minor units cannot err.
 */
const Decimal60 = DecimalJs.clone({
  precision: 60,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -100,
  toExpPos: 100,
});

export type Decimal = DecimalJs;

export const ZERO: Decimal = new Decimal60(0);

const DECIMAL_STRING = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** Plain decimal notation, as `numeric` columns and catalogue files hold it: no exponent, no plus, no spaces. */
export function isDecimalString(value: unknown): value is string {
  return typeof value === "string" && value.length <= 80 && DECIMAL_STRING.test(value);
}

/** The exact value of a decimal string or of an integer. A fractional number is refused: it has already lost its value. */
export function decimal(value: Decimal | string | number): Decimal {
  if (typeof value === "number") assert(Number.isSafeInteger(value), `not a safe integer: ${value}`);
  return new Decimal60(value);
}

/** Decimal places kept of an exact amount when it is stored; minor units are always rounded from the unshortened value. */
const STORED_PLACES = 20;

/** Plain notation for storage, at most 20 decimal places, no trailing zeros, no negative zero. */
export function toDecimalString(value: Decimal): string {
  const stored = value.decimalPlaces() > STORED_PLACES ? value.toDecimalPlaces(STORED_PLACES) : value;
  return stored.isZero() ? "0" : stored.toFixed();
}

/** Whether a decimal string stands for zero ("0", "0.00"), without parsing it. */
export function isDecimalZero(value: string): boolean {
  return !/[1-9]/.test(value);
}

export function sumDecimals(values: Iterable<Decimal | string>): Decimal {
  let sum = ZERO;
  for (const value of values) sum = sum.plus(value);
  return sum;
}

export function maxDecimal(a: Decimal, b: Decimal): Decimal {
  return a.greaterThan(b) ? a : b;
}

export function minDecimal(a: Decimal, b: Decimal): Decimal {
  return a.lessThan(b) ? a : b;
}
