import type { Aggregation } from "@/lib/catalog/metric";
import { type CalendarDate, daysBetween, type Period, periodDays } from "@/lib/core/calendar";
import { decimal, type Decimal, maxDecimal, sumDecimals, toDecimalString, ZERO } from "@/lib/core/decimal";

export type UsageDayPoint = { day: CalendarDate; quantity: string };

/** Places after the point of a forecast: it is an estimate, and more would claim too much. */
const PLACES = 2;

/**
 * What a metric should come to at the period's end if it goes on as it did. Sums go on at the average of the full days so far;
 * a maximum goes on along the line through its days and never falls. Null while no full day has passed. `days` are those with
 * use; a day that is missing was zero for a sum, and as the day before for a maximum.
 */
export function forecastUsage(
  aggregation: Aggregation,
  days: readonly UsageDayPoint[],
  { period, today }: { period: Period; today: CalendarDate },
): string | null {
  const fullDays = Math.min(daysBetween(period.start, today), periodDays(period));
  if (fullDays < 1) return null;
  const daysLeft = periodDays(period) - fullDays;
  const inside = days.filter(({ day }) => period.start <= day && day < period.end && day <= today);

  const estimate =
    aggregation === "max" ? forecastMaximum(inside, daysLeft) : forecastSum(inside, { fullDays, daysLeft, today });
  return toDecimalString(estimate.toDecimalPlaces(PLACES));
}

function forecastSum(
  days: readonly UsageDayPoint[],
  { fullDays, daysLeft, today }: { fullDays: number; daysLeft: number; today: CalendarDate },
): Decimal {
  const before = sumDecimals(days.filter(({ day }) => day < today).map(({ quantity }) => quantity));
  const soFarToday = sumDecimals(days.filter(({ day }) => day === today).map(({ quantity }) => quantity));
  const perDay = before.div(fullDays);
  if (daysLeft === 0) return before.plus(soFarToday);

  const restOfToday = maxDecimal(perDay, soFarToday);
  return before.plus(restOfToday).plus(perDay.times(daysLeft - 1));
}

/** The line from the first day to the last one that was measured. */
function forecastMaximum(days: readonly UsageDayPoint[], daysLeft: number): Decimal {
  const sorted = days.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return ZERO;

  const highest = sorted.reduce((most, { quantity }) => maxDecimal(most, decimal(quantity)), ZERO);
  const span = daysBetween(first.day, last.day);
  if (span === 0) return highest;
  const perDay = decimal(last.quantity).minus(first.quantity).div(span);
  return maxDecimal(highest, perDay.times(daysLeft).plus(last.quantity));
}
