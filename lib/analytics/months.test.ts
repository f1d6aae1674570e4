import { expect, test } from "vitest";
import { lastMonths, measuringDay, monthOf } from "@/lib/analytics/months";
import { calendarDate } from "@/lib/core/calendar";

test("a month is half-open, also in December and February", () => {
  expect(monthOf(calendarDate("2026-12-31"))).toEqual({ start: "2026-12-01", end: "2027-01-01" });
  expect(monthOf(calendarDate("2028-02-29"))).toEqual({ start: "2028-02-01", end: "2028-03-01" });
});

test("the last months end with today's", () => {
  const months = lastMonths(calendarDate("2026-03-31"), 14);
  expect(months).toHaveLength(14);
  expect(months[0]).toEqual({ start: "2025-02-01", end: "2025-03-01" });
  expect(months[13]).toEqual({ start: "2026-03-01", end: "2026-04-01" });
});

test("a month is measured on its last day, the present one today", () => {
  const today = calendarDate("2026-03-15");
  expect(measuringDay(monthOf(calendarDate("2026-02-10")), today)).toBe("2026-02-28");
  expect(measuringDay(monthOf(today), today)).toBe("2026-03-15");
});
