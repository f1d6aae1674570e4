import fc from "fast-check";
import { expect, test } from "vitest";

import { addDays, calendarDate } from "@/lib/core/calendar";
import { amountMinor, sumMinor } from "@/lib/core/money";
import { boundaryAt } from "@/lib/core/recurrence";
import { recognisedBefore, recognisedIn } from "@/lib/ledger/recognition-schedule";

const start = calendarDate("2026-01-01");

test("a year is earned by day", () => {
  const line = { amountMinor: amountMinor(36_500), period: { start, end: calendarDate("2027-01-01") } };
  expect(recognisedBefore(line, start)).toBe(0);
  expect(recognisedIn(line, { start, end: calendarDate("2026-02-01") })).toBe(3100);
  expect(recognisedBefore(line, calendarDate("2030-01-01"))).toBe(36_500);
});

test("the months of any line sum to the line", () => {
  const offsets = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(
      fc.integer({ min: -1e9, max: 1e9 }),
      offsets,
      fc.integer({ min: 0, max: 400 }),
      (amount, from, days) => {
        const first = addDays(start, from);
        const line = { amountMinor: amountMinor(amount), period: { start: first, end: addDays(first, days) } };
        const months = Array.from({ length: 18 }, (_, k) =>
          recognisedIn(line, {
            start: boundaryAt(start, { interval: "month", count: 1 }, k),
            end: boundaryAt(start, { interval: "month", count: 1 }, k + 1),
          }),
        );
        expect(sumMinor(months)).toBe(amountMinor(amount));
      },
    ),
  );
});
