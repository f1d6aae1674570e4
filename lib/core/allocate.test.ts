import fc from "fast-check";
import { expect, test } from "vitest";

import { allocate } from "@/lib/core/allocate";
import { amountMinor, sumMinor } from "@/lib/core/money";

test.each([
  [100, ["1", "1", "1"], [34, 33, 33]],
  [67, ["100", "100"], [34, 33]],
  // A tie of remainders goes to the larger weight, wherever it stands.
  [2, ["1", "3"], [0, 2]],
  [1, ["1", "1"], [1, 0]],
  [-1000, ["100.00", "50.00", "33.33"], [-545, -273, -182]],
  [0, [], []],
  [0, ["0", "0"], [0, 0]],
])("%i over %j is %j", (total, weights, parts) => {
  expect(allocate(amountMinor(total), weights)).toEqual(parts);
});

test("the parts sum to the whole, keep its sign, and each lies within one unit of its exact share", () => {
  const weights = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), weights, (total, given) => {
      const sum = given.reduce((all, weight) => all + weight, 0);
      fc.pre(sum > 0);
      const parts = allocate(amountMinor(total), given);
      expect(sumMinor(parts)).toBe(amountMinor(total));
      parts.forEach((part, index) => {
        expect(Math.sign(part) * Math.sign(total)).toBeGreaterThanOrEqual(0);
        expect(Math.abs(part - (total * (given[index] ?? 0)) / sum)).toBeLessThan(1.001);
      });
    }),
  );
});

test("nothing can be split over nothing, nor over less than nothing", () => {
  expect(() => allocate(amountMinor(1), ["0"])).toThrow("nothing");
  expect(() => allocate(amountMinor(1), ["2", "-1"])).toThrow("negative");
});
