import { expect, test } from "vitest";

import { isEntitled } from "@/lib/catalog/entitlement";
import { priceOfQuantity, savingPercent } from "@/lib/catalog/price";
import { currencyOf } from "@/lib/core/currency";

const every = (unitAmount: string, interval: "week" | "month" | "quarter" | "year") => ({
  unitAmount,
  interval,
  count: 1,
});

test.each([
  [every("290", "year"), every("29", "month"), 16],
  [every("83", "quarter"), every("29", "month"), 4],
  [every("400", "year"), every("29", "month"), 0],
  [every("0", "year"), every("0", "month"), 0],
  [every("7", "week"), every("29", "month"), null],
])("%j against %j saves %j percent", (longer, monthly, saving) => {
  expect(savingPercent(longer, monthly)).toBe(saving);
});

test("a quantity is priced exactly and rounded once", () => {
  expect(priceOfQuantity({ unitAmount: "0.335" }, "3", currencyOf("EUR"))).toBe(101);
});

test("a plan gives a feature that is on, unlimited, or above zero", () => {
  expect(isEntitled(undefined)).toBe(false);
  expect(isEntitled({ feature: "x", kind: "boolean", enabled: true })).toBe(true);
  expect(isEntitled({ feature: "x", kind: "unlimited" })).toBe(true);
  expect(isEntitled({ feature: "x", kind: "number", limit: "0", behaviour: "hard" })).toBe(false);
});
