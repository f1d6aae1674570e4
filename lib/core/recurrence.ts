import { assert, assertNever } from "@/lib/core/assert";
import {
  addDays,
  addMonths,
  type CalendarDate,
  type Interval,
  dateFromParts,
  dateParts,
  daysBetween,
  daysInMonth,
  type Period,
} from "@/lib/core/calendar";

/** Every `count` intervals: two weeks, one quarter. */
export type Recurrence = { interval: Interval; count: number };

/** Where boundaries fall: on the anniversaries of the start, on the calendar's own, or on a chosen day of the month. */
export type Alignment = { kind: "anniversary" } | { kind: "calendar" } | { kind: "billing_day"; day: number };

/** A recurrence as whole months, or as days for those that no month contains a whole number of. */
export function recurrenceLength({ interval, count }: Recurrence): { months: number } | { days: number } {
  assert(Number.isSafeInteger(count) && count >= 1, `recurrence count ${count}`);
  switch (interval) {
    case "day":
      return { days: count };
    case "week":
      return { days: count * 7 };
    case "month":
      return { months: count };
    case "quarter":
      return { months: count * 3 };
    case "half_year":
      return { months: count * 6 };
    case "year":
      return { months: count * 12 };
    default:
      return assertNever(interval);
  }
}

/**
 * The k-th boundary, always counted from the original anchor and clamped to the month: 31 Jan → 28 Feb → 31 Mar. Counting
 * from the previous boundary would lose the 31st for good. k may be negative.
 */
export function boundaryAt(anchor: CalendarDate, recurrence: Recurrence, k: number): CalendarDate {
  const length = recurrenceLength(recurrence);
  return "months" in length ? addMonths(anchor, length.months * k) : addDays(anchor, length.days * k);
}

/** The index k of the last boundary on or before the date. */
export function boundaryIndexAt(anchor: CalendarDate, recurrence: Recurrence, date: CalendarDate): number {
  const length = recurrenceLength(recurrence);
  if ("days" in length) return Math.floor(daysBetween(anchor, date) / length.days);

  const from = dateParts(anchor);
  const to = dateParts(date);
  const months = (to.year - from.year) * 12 + to.month - from.month;
  const k = Math.floor(months / length.months);
  return boundaryAt(anchor, recurrence, k) > date ? k - 1 : k;
}

/** The period of the anchor's grid that holds the date. Periods tile: the end of k is the start of k + 1. */
export function periodContaining(
  anchor: CalendarDate,
  recurrence: Recurrence,
  date: CalendarDate,
): Period & { index: number } {
  const index = boundaryIndexAt(anchor, recurrence, date);
  return { index, start: boundaryAt(anchor, recurrence, index), end: boundaryAt(anchor, recurrence, index + 1) };
}

/** The first boundary strictly after the date. */
export function nextBoundary(anchor: CalendarDate, recurrence: Recurrence, date: CalendarDate): CalendarDate {
  return boundaryAt(anchor, recurrence, boundaryIndexAt(anchor, recurrence, date) + 1);
}

/** The anchor a calendar-aligned recurrence counts from: 1 January of year 1 for months, a Monday for days and weeks. */
function calendarAnchor(recurrence: Recurrence): CalendarDate {
  return dateFromParts(
    "months" in recurrenceLength(recurrence) ? { year: 1, month: 1, day: 1 } : { year: 1970, month: 1, day: 5 },
  );
}

/**
 * The anchor of a billing day: the latest such day on or before the start, moved back by whole recurrences to a month long
 * enough to hold it, so that day 31 is not lost to a short month.
 */
function billingDayAnchor(start: CalendarDate, recurrence: Recurrence, day: number): CalendarDate {
  assert(day >= 1 && day <= 31, `billing day ${day}`);
  const length = recurrenceLength(recurrence);
  assert("months" in length, "a billing day needs a recurrence in months");

  const { year, month } = dateParts(start);
  const inStartMonth = dateFromParts({ year, month, day });
  const back = inStartMonth > start ? 1 : 0;
  let best: CalendarDate | null = null;
  for (let k = 0; k <= 48; k += 1) {
    const index = year * 12 + (month - 1) - back - k * length.months;
    const candidate = { year: Math.floor(index / 12), month: (index % 12) + 1, day };
    const date = dateFromParts(candidate);
    if (best === null || dateParts(date).day > dateParts(best).day) best = date;
    if (daysInMonth(candidate.year, candidate.month) >= day) break;
  }

  assert(best, "no anchor for the billing day");
  return best;
}

/** The anchor from which every boundary of a subscription that starts on `start` is counted. */
function anchorFor(start: CalendarDate, recurrence: Recurrence, alignment: Alignment): CalendarDate {
  switch (alignment.kind) {
    case "anniversary":
      return start;
    case "calendar":
      return calendarAnchor(recurrence);
    case "billing_day":
      return billingDayAnchor(start, recurrence, alignment.day);
    default:
      return assertNever(alignment);
  }
}

/**
 * The first period of a start: what is served (`period`, a stub when the start is not on a boundary) and the whole period
 * of the grid it lies in, over whose days a stub is prorated.
 */
export function firstPeriod(
  start: CalendarDate,
  recurrence: Recurrence,
  alignment: Alignment,
): { anchor: CalendarDate; period: Period; whole: Period } {
  const anchor = anchorFor(start, recurrence, alignment);
  const { start: wholeStart, end } = periodContaining(anchor, recurrence, start);
  return { anchor, period: { start, end }, whole: { start: wholeStart, end } };
}

/** The first boundary after a start under an alignment: where its first, perhaps short, period ends. */
export function firstBoundaryAfterStart(
  start: CalendarDate,
  recurrence: Recurrence,
  alignment: Alignment,
): CalendarDate {
  return firstPeriod(start, recurrence, alignment).period.end;
}
