import { expect, test } from "vitest";
import { calendarDate } from "@/lib/core/calendar";
import { dayInSentence, periodName, periodText } from "./date-words";

const period = (start: string, end: string) => ({ start: calendarDate(start), end: calendarDate(end) });

test.each([
  [period("2026-11-01", "2026-12-01"), "1 to 30 November", "1 έως 30 Νοεμβρίου"],
  [period("2026-10-14", "2026-11-14"), "14 October to 13 November", "14 Οκτωβρίου έως 13 Νοεμβρίου"],
  [period("2026-12-20", "2027-01-20"), "20 December to 19 January", "20 Δεκεμβρίου έως 19 Ιανουαρίου"],
  [period("2026-11-05", "2026-11-06"), "5 November", "5 Νοεμβρίου"],
])("%o ends with its last day", (of, en, el) => {
  expect(periodText(of, "en")).toBe(en);
  expect(periodText(of, "el")).toBe(el);
});

test("a year is written once, or twice where it changes", () => {
  const year = { year: true };
  expect(periodText(period("2026-11-01", "2026-12-01"), "en", year)).toBe("1 to 30 November 2026");
  expect(periodText(period("2026-10-14", "2026-11-14"), "en", year)).toBe("14 October to 13 November 2026");
  expect(periodText(period("2026-12-20", "2027-01-20"), "en", year)).toBe("20 December 2026 to 19 January 2027");
});

test("a whole month has a name", () => {
  expect(periodName(period("2026-12-01", "2027-01-01"), "el")).toBe("Δεκέμβριος 2026");
  expect(periodName(period("2026-12-02", "2027-01-02"), "en")).toBe("2 December to 1 January");
});

test("Greek says «Την 1η» and «Στις 2»", () => {
  expect(dayInSentence(calendarDate("2026-11-01"), "el")).toEqual({ date: "1η Νοεμβρίου", first: "yes" });
  expect(dayInSentence(calendarDate("2026-11-12"), "el")).toEqual({ date: "12 Νοεμβρίου", first: "no" });
  expect(dayInSentence(calendarDate("2026-11-01"), "en")).toEqual({ date: "1 November", first: "yes" });
});
