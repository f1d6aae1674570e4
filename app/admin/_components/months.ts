import { monthOf, lastMonths } from "@/lib/analytics/months";
import { calendarDate, type CalendarDate, type Period } from "@/lib/core/calendar";
import { isAppError } from "@/lib/core/errors";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";

/** Months to filter by, the latest first, as "2026-11" and in words. */
export function monthOptions(today: CalendarDate, locale: Locale): { value: string; label: string }[] {
  return lastMonths(today, 18)
    .toReversed()
    .map(({ start }) => ({ value: start.slice(0, 7), label: formatDate(start, locale, "month") }));
}

/** The month an address names; undefined when it names none. */
export function monthParam(value: string | undefined): Period | undefined {
  if (value === undefined) return undefined;
  try {
    return monthOf(calendarDate(`${value}-01`));
  } catch (error) {
    if (isAppError(error, "invalid_input")) return undefined;
    throw error;
  }
}
