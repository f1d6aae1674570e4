import { expect, test } from "vitest";
import { limitCrossing } from "@/lib/billing/limit-crossing";
import { calendarDate } from "@/lib/core/calendar";

const today = calendarDate("2026-11-20");
const end = calendarDate("2026-12-01");

test.each([
  ["within to the end", { used: "60", forecast: "90", limit: "100" }, null],
  ["just reaches it", { used: "60", forecast: "100", limit: "100" }, null],
  ["passes it on the way", { used: "86240", forecast: "129000", limit: "100000" }, "2026-11-24"],
  ["stands at it", { used: "100", forecast: "120", limit: "100" }, "2026-11-20"],
  ["passes it on the last day", { used: "0", forecast: "100.01", limit: "100" }, "2026-11-30"],
  ["has passed it", { used: "101", forecast: "120", limit: "100" }, null],
])("use that %s", (_, use, day) => {
  expect(limitCrossing({ ...use, today, end })).toBe(day);
});

test("nothing is foretold of a period that is over", () => {
  expect(limitCrossing({ used: "60", forecast: "190", limit: "100", today: end, end })).toBeNull();
});
