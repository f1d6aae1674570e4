import { assert } from "@/lib/core/assert";
import { AppError } from "@/lib/core/errors";

declare const calendarDateBrand: unique symbol;

/** A day on a calendar, "YYYY-MM-DD" (proleptic Gregorian, years 0001–9999). It has no time zone; sorts as a string. */
export type CalendarDate = string & { readonly [calendarDateBrand]: true };

/** Half-open: the start belongs to it, the end is the first day after it. */
export type Period = { start: CalendarDate; end: CalendarDate };

/** The lengths a price can recur by, shortest first. */
export const INTERVALS = ["day", "week", "month", "quarter", "half_year", "year"] as const;

export type Interval = (typeof INTERVALS)[number];

const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Days from 1970-01-01 (Howard Hinnant's days_from_civil, with March as the first month so the leap day comes last). */
function dayNumberOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

function dateOf(year: number, month: number, day: number): CalendarDate {
  assert(year >= 1 && year <= 9999, `year out of range: ${year}`);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CalendarDate;
}

function dateOfDayNumber(dayNumber: number): CalendarDate {
  const shifted = dayNumber + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return dateOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

export type DateParts = { year: number; month: number; day: number };

/** Year, month (1–12) and day of a date. */
export function dateParts(date: CalendarDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The date of a "YYYY-MM-DD" read from outside. Throws invalid_input when no such day exists. */
export function calendarDate(value: string): CalendarDate {
  if (CALENDAR_DATE.test(value)) {
    const { year, month, day } = dateParts(value as CalendarDate);
    if (year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)) {
      return value as CalendarDate;
    }
  }

  throw new AppError("invalid_input", { message: `not a calendar date: ${value}` });
}

/** The date of year, month and day, the day clamped to the month's length. */
export function dateFromParts({ year, month, day }: DateParts): CalendarDate {
  return dateOf(year, month, Math.min(day, daysInMonth(year, month)));
}

function dayNumber(date: CalendarDate): number {
  const { year, month, day } = dateParts(date);
  return dayNumberOf(year, month, day);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Days from a to b; negative when b is earlier. Counted on the calendar, so a night of clock change is a day like any. */
export function daysBetween(a: CalendarDate, b: CalendarDate): number {
  return dayNumber(b) - dayNumber(a);
}

/** Adds months, clamping the day to the month's length: 31 Jan + 1 → 28 Feb. Never chain it: derive from the anchor. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = dateParts(date);
  const index = year * 12 + (month - 1) + months;
  return dateFromParts({ year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1, day });
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekday(date: CalendarDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

export function minDate(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b;
}

/** Days of a half-open period. */
export function periodDays(period: Period): number {
  return daysBetween(period.start, period.end);
}

export function lastDay(period: Period): CalendarDate {
  return addDays(period.end, -1);
}

export function periodContains(period: Period, date: CalendarDate): boolean {
  return period.start <= date && date < period.end;
}
