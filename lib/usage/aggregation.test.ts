import fc from "fast-check";
import { expect, test } from "vitest";

import { AGGREGATIONS } from "@/lib/catalog/metric";
import { aggregate, type UsageValue } from "@/lib/usage/aggregation";

const window = { start: 1000, end: 2000 };
const values: UsageValue[] = [
  { at: 1500, quantity: "3", subject: "a" },
  { at: 1000, quantity: "5.5", subject: "b" },
  { at: 1750, quantity: "1", subject: "a" },
  { at: 2000, quantity: "100", subject: "c" },
  { at: 999, quantity: "100", subject: "d" },
];

test.each([
  ["sum", "9.5"],
  ["count", "3"],
  ["max", "5.5"],
  ["latest", "1"],
  ["unique", "2"],
  // 5.5 for half the window, 3 and 1 for a quarter each.
  ["time_weighted", "3.75"],
] as const)("%s of the values inside a half-open window is %s", (aggregation, quantity) => {
  expect(aggregate(aggregation, values, window)).toBe(quantity);
});

test.each(AGGREGATIONS)("%s of nothing is zero", (aggregation) => {
  expect(aggregate(aggregation, [], window)).toBe("0");
});

test("a level goes on from its opening until something changes it", () => {
  expect(aggregate("time_weighted", [{ at: 1250, quantity: "8" }], { ...window, opening: "4" })).toBe("7");
});

test("the order in which events arrive does not matter", () => {
  const anyValue = fc.record({
    at: fc.integer({ min: 900, max: 2100 }),
    quantity: fc.integer({ max: 99 }).map(String),
  });
  const distinct = fc.uniqueArray(anyValue, { selector: ({ at }) => at, maxLength: 20 });
  fc.assert(
    fc.property(distinct, fc.constantFrom(...AGGREGATIONS), (events, aggregation) => {
      expect(aggregate(aggregation, events.toReversed(), window)).toBe(aggregate(aggregation, events, window));
    }),
  );
});
