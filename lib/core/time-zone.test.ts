import fc from "fast-check";
import { expect, test } from "vitest";

import { addDays, calendarDate } from "@/lib/core/calendar";
import { isAppError } from "@/lib/core/errors";
import { dateInZone, daysBetweenInstants, isTimeZone, localDateTime, startOfDay } from "@/lib/core/time-zone";

test.each([
  ["2026-01-15", "Europe/Athens", "2026-01-14T22:00:00.000Z"],
  ["2026-07-15", "Europe/Athens", "2026-07-14T21:00:00.000Z"],
  ["2026-03-29", "Europe/Athens", "2026-03-28T22:00:00.000Z"],
  ["2026-01-01", "Pacific/Kiritimati", "2025-12-31T10:00:00.000Z"],
  ["2026-01-01", "America/St_Johns", "2026-01-01T03:30:00.000Z"],
  // Midnight was skipped: the day began at 01:00.
  ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
  // Midnight came twice: the day began with the first.
  ["2007-11-04", "America/St_Johns", "2007-11-04T02:30:00.000Z"],
  // Samoa never had this day.
  ["2011-12-30", "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
])("%s starts in %s at %s", (date, zone, instant) => {
  expect(startOfDay(calendarDate(date), zone).toISOString()).toBe(instant);
});

test("a date's start lies on that date, and the millisecond before on the one before", () => {
  const zones = fc.constantFrom(
    "Europe/Athens",
    "Pacific/Kiritimati",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Africa/Cairo",
  );
  const days = fc.integer({ min: 0, max: 15_000 });
  fc.assert(
    fc.property(days, zones, (count, zone) => {
      const date = addDays(calendarDate("2012-01-01"), count);
      const start = startOfDay(date, zone);
      expect(dateInZone(start, zone)).toBe(date);
      expect(dateInZone(new Date(start.getTime() - 1), zone)).toBe(addDays(date, -1));
    }),
    { numRuns: 300 },
  );
});

test("a night of clock change is a day like any", () => {
  const from = new Date("2026-03-28T12:00:00+02:00");
  const to = new Date("2026-03-30T12:00:00+03:00");
  expect(daysBetweenInstants(from, to, "Europe/Athens")).toBe(2);
});

test("midnight is hour 0, not 24", () => {
  expect(localDateTime(new Date("2026-01-14T22:00:00Z"), "Europe/Athens")).toEqual({
    year: 2026,
    month: 1,
    day: 15,
    hour: 0,
    minute: 0,
    second: 0,
  });
});

test("an unknown zone is the caller's fault", () => {
  expect(isTimeZone("Europe/Athens")).toBe(true);
  expect(isTimeZone("Europe/Atlantis")).toBe(false);
  expect(() => dateInZone(new Date(0), "Europe/Atlantis")).toThrow(
    expect.toSatisfy((error: unknown) => isAppError(error, "invalid_input")),
  );
});
