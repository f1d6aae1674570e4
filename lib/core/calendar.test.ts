import fc from "fast-check";
import { expect, test } from "vitest";

import { addDays, addMonths, calendarDate, dateParts, daysBetween, weekday } from "@/lib/core/calendar";
import { isAppError } from "@/lib/core/errors";

const epoch = calendarDate("1970-01-01");
const anyDays = fc.integer({ min: -700_000, max: 2_900_000 });

test("dates and day numbers agree with the platform's calendar", () => {
  fc.assert(
    fc.property(anyDays, (days) => {
      const date = addDays(epoch, days);
      expect(date).toBe(new Date(days * 86_400_000).toISOString().slice(0, 10));
      expect(daysBetween(epoch, date)).toBe(days);
      expect(weekday(date) % 7).toBe(new Date(days * 86_400_000).getUTCDay());
    }),
  );
});

test.each([
  "2025-02-29",
  "2025-13-01",
  "2025-00-10",
  "2025-04-31",
  "25-01-01",
  "2025-1-1",
  "2025-01-01T00:00",
  "0000-01-01",
])("%s is no date", (text) => {
  expect(() => calendarDate(text)).toThrow(expect.toSatisfy((error: unknown) => isAppError(error, "invalid_input")));
});

test("adding months clamps the day and crosses years both ways", () => {
  expect(addMonths(calendarDate("2025-01-31"), 1)).toBe("2025-02-28");
  expect(addMonths(calendarDate("2024-03-31"), -1)).toBe("2024-02-29");
  expect(addMonths(calendarDate("2025-11-15"), 14)).toBe("2027-01-15");
  expect(dateParts(addMonths(calendarDate("2025-01-15"), -25))).toEqual({ year: 2022, month: 12, day: 15 });
});
