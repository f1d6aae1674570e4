import { describe, expect, it } from "vitest";

import { addDays, calendarDate } from "@/lib/core/calendar";
import { forecastUsage } from "@/lib/usage/forecast";

const start = calendarDate("2026-04-01");
const period = { start, end: calendarDate("2026-05-01") };

function daily(quantities: (string | number)[]) {
  return quantities.map((quantity, at) => ({ day: addDays(start, at), quantity: String(quantity) }));
}

describe("forecastUsage", () => {
  it("says nothing before a full day has passed", () => {
    expect(forecastUsage("sum", daily([7]), { period, today: start })).toBeNull();
  });

  it("goes on at the average of the full days", () => {
    const today = addDays(start, 10);
    expect(forecastUsage("sum", daily(Array.from({ length: 10 }, () => 3)), { period, today })).toBe("90");
  });

  it("does not promise less than what today has already seen", () => {
    const today = addDays(start, 2);
    expect(forecastUsage("sum", daily([10, 10, 50]), { period, today })).toBe("340");
    expect(forecastUsage("sum", daily([10, 10, 1]), { period, today })).toBe("300");
  });

  it("is the total itself once the period has ended", () => {
    const today = addDays(period.end, 3);
    expect(forecastUsage("sum", daily([1, 2, 3.5]), { period, today })).toBe("6.5");
  });

  it("draws a maximum on along its line, and never below what it reached", () => {
    const today = addDays(start, 10);
    expect(forecastUsage("max", daily([10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]), { period, today })).toBe("40");
    expect(forecastUsage("max", daily([20, 18, 16]), { period, today })).toBe("20");
    expect(forecastUsage("max", [], { period, today })).toBe("0");
  });

  it("leaves out what lies outside the period", () => {
    const outside = { day: addDays(start, -1), quantity: "1000" };
    expect(forecastUsage("sum", [outside, ...daily([1])], { period, today: addDays(start, 1) })).toBe("30");
  });
});
