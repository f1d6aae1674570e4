import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  addDays,
  type CalendarDate,
  calendarDate,
  dateParts,
  daysInMonth,
  INTERVALS,
  periodDays,
} from "@/lib/core/calendar";
import {
  type Alignment,
  boundaryAt,
  firstPeriod,
  nextBoundary,
  periodContaining,
  type Recurrence,
} from "@/lib/core/recurrence";
import { dateInZone, startOfDay } from "@/lib/core/time-zone";

const epoch = calendarDate("1990-01-01");
const anyDate = fc.integer({ min: 0, max: 25_000 }).map((days) => addDays(epoch, days));
const anyRecurrence: fc.Arbitrary<Recurrence> = fc.record({
  interval: fc.constantFrom(...INTERVALS),
  count: fc.integer({ min: 1, max: 4 }),
});
const monthly: Recurrence = { interval: "month", count: 1 };

describe("boundaries", () => {
  test("come back to the anchor's day after a short month", () => {
    const anchor = calendarDate("2025-01-31");
    expect([1, 2, 3, 13].map((k) => boundaryAt(anchor, monthly, k))).toEqual([
      "2025-02-28",
      "2025-03-31",
      "2025-04-30",
      "2026-02-28",
    ]);
  });

  test("of a leap day fall on 28 February in other years", () => {
    const yearly: Recurrence = { interval: "year", count: 1 };
    expect([1, 3, 4].map((k) => boundaryAt(calendarDate("2024-02-29"), yearly, k))).toEqual([
      "2025-02-28",
      "2027-02-28",
      "2028-02-29",
    ]);
  });

  test("tile: any date lies in exactly one period, and each period ends where the next begins", () => {
    fc.assert(
      fc.property(anyDate, anyRecurrence, anyDate, (anchor, recurrence, date) => {
        const { index, start, end } = periodContaining(anchor, recurrence, date);
        expect(start <= date && date < end).toBe(true);
        expect(boundaryAt(anchor, recurrence, index + 1)).toBe(end);
        expect(periodContaining(anchor, recurrence, end).start).toBe(end);
        expect(nextBoundary(anchor, recurrence, start)).toBe(end);
      }),
    );
  });

  test("keep the anchor's day in every month long enough for it", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -60, max: 60 }), (anchor, k) => {
        const { year, month, day } = dateParts(boundaryAt(anchor, monthly, k));
        expect(day).toBe(Math.min(dateParts(anchor).day, daysInMonth(year, month)));
      }),
    );
  });

  test("as instants rise without gap or overlap in every zone, over years", () => {
    const zones = [
      "Europe/Athens",
      "Pacific/Kiritimati",
      "America/St_Johns",
      "America/Sao_Paulo",
      "Africa/Cairo",
      "UTC",
    ];
    fc.assert(
      fc.property(anyDate, fc.constantFrom(...zones), fc.integer({ min: 0, max: 240 }), (anchor, zone, k) => {
        const start = boundaryAt(anchor, monthly, k);
        const startInstant = startOfDay(start, zone);
        const endInstant = startOfDay(boundaryAt(anchor, monthly, k + 1), zone);
        expect(startInstant.getTime()).toBeLessThan(endInstant.getTime());
        expect(dateInZone(startInstant, zone) >= start).toBe(true);
        expect(dateInZone(new Date(startInstant.getTime() - 1), zone) < start).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the first period", () => {
  const first = (start: string, recurrence: Recurrence, alignment: Alignment) =>
    firstPeriod(calendarDate(start), recurrence, alignment);

  test("of an anniversary start is whole", () => {
    const { period, whole } = first("2026-05-17", monthly, { kind: "anniversary" });
    expect(period).toEqual({ start: "2026-05-17", end: "2026-06-17" });
    expect(whole).toEqual(period);
  });

  test.each([
    ["2024-05-10", "week", "2024-05-13", 7],
    ["2024-05-10", "month", "2024-06-01", 31],
    ["2024-05-10", "quarter", "2024-07-01", 91],
    ["2024-05-10", "half_year", "2024-07-01", 182],
    ["2024-05-10", "year", "2025-01-01", 366],
    ["2024-05-01", "month", "2024-06-01", 31],
  ] as const)("of a calendar start on %s by %s ends on %s over %i days", (start, interval, end, days) => {
    const { period, whole } = first(start, { interval, count: 1 }, { kind: "calendar" });
    expect([period.end, periodDays(whole)]).toEqual([end, days]);
  });

  test.each([
    ["2021-01-10", 1, "quarter", "2021-04-01"],
    ["2011-06-21", 10, "month", "2011-07-10"],
    ["2011-02-01", 13, "month", "2011-02-13"],
    ["2026-03-10", 31, "month", "2026-03-31"],
    ["2026-03-15", 15, "month", "2026-04-15"],
    ["2026-03-15", 15, "quarter", "2026-06-15"],
  ] as const)("of a start on %s with billing day %i by %s ends on %s", (start, day, interval, end) => {
    expect(first(start, { interval, count: 1 }, { kind: "billing_day", day }).period.end).toBe(end);
  });

  test("keeps billing day 31 however short the month it starts in", () => {
    const { anchor } = first("2026-02-28", monthly, { kind: "billing_day", day: 31 });
    const dates: CalendarDate[] = [];
    for (let date = calendarDate("2026-02-28"); dates.length < 3; date = dates.at(-1) ?? date) {
      dates.push(nextBoundary(anchor, monthly, date));
    }
    expect(dates).toEqual(["2026-03-31", "2026-04-30", "2026-05-31"]);
  });

  test("is never longer than the whole period, and ends where it ends", () => {
    const alignments = fc.oneof(
      fc.constant<Alignment>({ kind: "calendar" }),
      fc.integer({ min: 1, max: 31 }).map((day): Alignment => ({ kind: "billing_day", day })),
    );
    const inMonths = fc.constantFrom("month", "quarter", "half_year", "year");
    fc.assert(
      fc.property(anyDate, inMonths, alignments, (start, interval, alignment) => {
        const { period, whole } = firstPeriod(
          start,
          { interval: interval as Recurrence["interval"], count: 1 },
          alignment,
        );
        expect(whole.start <= start && start < period.end && period.end === whole.end).toBe(true);
      }),
    );
  });
});
