import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountMinor } from "@/lib/core/money";
import { type Currency, currencyOf } from "@/lib/core/currency";
import { arpaMinor, arrMinor, mrrMinor, type RecurringItem } from "@/lib/analytics/mrr";
import file from "@/lib/testing/cases/mrr.json";

type HistoryEvent = {
  date: string;
  customer: string;
  subscription: string;
  op: string;
  amount?: number;
  qty?: number;
  interval?: string;
};

type Held = { customer: string; counts: boolean; item: RecurringItem };

/** What is held at the end of a month, replayed from the events up to it. */
function heldAt(events: readonly HistoryEvent[], month: string): Held[] {
  const held = new Map<string, Held>();
  for (const event of events.filter(({ date }) => date.slice(0, 7) <= month)) {
    const before = held.get(event.subscription);
    const counts = !["end", "pause"].includes(event.op);
    const item: RecurringItem =
      event.amount === undefined && before
        ? before.item
        : {
            unitAmount: String((event.amount ?? 0) / 100),
            quantity: String(event.qty ?? 1),
            interval: event.interval === "year" ? "year" : "month",
            intervalCount: 1,
          };
    held.set(event.subscription, { customer: event.customer, counts, item });
  }
  return [...held.values()].filter((one) => one.counts);
}

describe("histories", () => {
  for (const one of file.cases) {
    test(`${one.id} ${one.title}`, () => {
      const currency = currencyOf(one.currency);
      for (const expected of one.expect) {
        const held = heldAt(one.events, expected.month);
        const paying = held.filter(({ item }) => mrrMinor([item], currency) > 0);
        expect([
          expected.month,
          mrrMinor(
            held.map(({ item }) => item),
            currency,
          ),
        ]).toEqual([expected.month, expected.mrr_end]);
        expect(new Set(paying.map(({ customer }) => customer)).size).toBe(expected.customers_end);
      }
    });
  }
});

const item = (change: Partial<RecurringItem>): RecurringItem => ({
  unitAmount: "120",
  quantity: "1",
  interval: "month",
  intervalCount: 1,
  ...change,
});

describe("one month's worth", () => {
  test.each<[Partial<RecurringItem>, Currency, number]>([
    [{}, "EUR", 12_000],
    [{ interval: "quarter" }, "EUR", 4_000],
    [{ interval: "half_year" }, "EUR", 2_000],
    [{ interval: "year" }, "EUR", 1_000],
    [{ interval: "year", intervalCount: 2 }, "EUR", 500],
    [{ unitAmount: "290", interval: "year" }, "EUR", 2_417],
    [{ unitAmount: "12", interval: "week" }, "EUR", 5_200],
    [{ unitAmount: "12", interval: "day" }, "EUR", 36_500],
    [{ unitAmount: "12", interval: "week", intervalCount: 2 }, "EUR", 2_600],
    [{ unitAmount: "0.06", interval: "year" }, "EUR", 1],
    [{ unitAmount: "0.05", interval: "year" }, "EUR", 0],
    [{ unitAmount: "1000", interval: "year" }, "JPY", 83],
    [{ quantity: "2.5" }, "EUR", 30_000],
    [{ count: 3, unitAmount: "290", interval: "year" }, "EUR", 7_251],
  ])("%o in %s is %i", (change, currency, minor) => {
    expect(mrrMinor([item(change)], currency)).toBe(minor);
  });

  test("a group of alike items is the items one by one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 1, max: 500 }), (minor, count) => {
        const one = item({ unitAmount: (minor / 100).toFixed(2), interval: "year" });
        const each = Array.from({ length: count }, () => one);
        expect(mrrMinor([{ ...one, count }], "EUR")).toBe(mrrMinor(each, "EUR"));
      }),
    );
  });
});

test("the year is twelve months, the average goes to those who pay", () => {
  expect(arrMinor(amountMinor(1_230_500))).toBe(14_766_000);
  expect(arpaMinor(amountMinor(1_230_500), 245)).toBe(5_022);
  expect(arpaMinor(amountMinor(0), 0)).toBe(0);
});
