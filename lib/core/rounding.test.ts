import fc from "fast-check";
import { expect, test } from "vitest";

import { currencyOf } from "@/lib/core/currency";
import { decimal, isDecimalString, isDecimalZero, toDecimalString } from "@/lib/core/decimal";
import { amountMinor } from "@/lib/core/money";
import { minorToDecimal, roundMinor, roundToMinor } from "@/lib/core/rounding";

test.each([
  ["1.005", "EUR", 101],
  ["-1.005", "EUR", -101],
  ["1.0049999999999999999999", "EUR", 100],
  ["0.5", "JPY", 1],
  ["-0.5", "JPY", -1],
  ["2.5", "JPY", 3],
  ["0.0005", "KWD", 1],
  ["-0.004", "EUR", 0],
])("%s %s is %i minor units", (exact, currency, minor) => {
  expect(roundToMinor(exact, currencyOf(currency))).toBe(minor);
});

test("halves round away from zero, and a negative mirrors its positive", () => {
  const digits = fc.constantFrom("EUR", "JPY", "KWD");
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), digits, (whole, code) => {
      const currency = currencyOf(code);
      const half = minorToDecimal(amountMinor(whole), currency).plus(minorToDecimal(amountMinor(1), currency).div(2));
      expect(roundToMinor(half, currency)).toBe(whole + 1);
      expect(roundToMinor(half.negated(), currency)).toBe(-whole - 1);
    }),
  );
});

test("a share by days is rounded like the exact fraction", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 366 }), (amount, denominator) => {
      const days = amount % denominator;
      const numerator = BigInt(amount) * BigInt(days) * 2n + BigInt(denominator);
      const exact = Number(numerator / (2n * BigInt(denominator)));
      expect(roundMinor(decimal(amount).times(days).div(denominator))).toBe(exact);
    }),
  );
});

test("minor units go to decimals and back", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.constantFrom("EUR", "JPY", "KWD"), (value, code) => {
      const currency = currencyOf(code);
      expect(roundToMinor(minorToDecimal(amountMinor(value), currency), currency)).toBe(amountMinor(value));
    }),
  );
});

test("decimals are written plainly", () => {
  expect(toDecimalString(decimal("0.000000000001"))).toBe("0.000000000001");
  expect(toDecimalString(decimal("-0"))).toBe("0");
  expect(toDecimalString(decimal(1).div(3))).toBe("0.33333333333333333333");
  expect(["1e5", "+1", "01", ".5", "1.", "", " 1", "0x1"].filter(isDecimalString)).toEqual([]);
  expect(["0", "0.00", "-0.0"].every(isDecimalZero)).toBe(true);
  expect(() => decimal(0.1)).toThrow("integer");
});
