import { type CalendarDate, daysBetween, type Period, periodDays } from "@/lib/core/calendar";
import { decimal } from "@/lib/core/decimal";
import { type AmountMinor, subtractMinor, ZERO_MINOR } from "@/lib/core/money";
import { roundMinor } from "@/lib/core/rounding";

/** A recurring line, earned in equal parts by day over the period it pays for (IFRS 15, over time). */
export type DeferredLine = { amountMinor: AmountMinor; period: Period };

/**
 * What is earned before a date (exclusive). Rounding is cumulative, so the months of a line sum to the line. A period
 * without days is earned at once.
 */
export function recognisedBefore({ amountMinor, period }: DeferredLine, date: CalendarDate): AmountMinor {
  if (date >= period.end) return amountMinor;
  if (date <= period.start) return ZERO_MINOR;
  return roundMinor(decimal(amountMinor).times(daysBetween(period.start, date)).div(periodDays(period)));
}

/** What is earned within a window, e.g. a month. */
export function recognisedIn(line: DeferredLine, window: Period): AmountMinor {
  return subtractMinor(recognisedBefore(line, window.end), recognisedBefore(line, window.start));
}
