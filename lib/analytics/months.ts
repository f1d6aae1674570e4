import { addDays, addMonths, type CalendarDate, dateFromParts, dateParts, type Period } from "@/lib/core/calendar";

/** The calendar month a date lies in, `[first, first of the next)`. */
export function monthOf(date: CalendarDate): Period {
  const { year, month } = dateParts(date);
  const start = dateFromParts({ year, month, day: 1 });
  return { start, end: addMonths(start, 1) };
}

/** The last `count` months up to that of `today`, oldest first. */
export function lastMonths(today: CalendarDate, count: number): Period[] {
  const { start } = monthOf(today);
  return Array.from({ length: count }, (_, index) => monthOf(addMonths(start, index - count + 1)));
}

/** The day a month is measured on: its last, or today in the month that is not over. */
export function measuringDay(month: Period, today: CalendarDate): CalendarDate {
  const last = addDays(month.end, -1);
  return last < today ? last : today;
}
