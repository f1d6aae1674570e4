import { addDays, type CalendarDate, daysBetween } from "@/lib/core/calendar";
import { decimal } from "@/lib/core/decimal";

/**
 * The day on which use would pass its limit if it grew evenly from today's to the forecast of the period's end; null when it
 * would not, or has passed it. `end` is exclusive.
 */
export function limitCrossing(use: {
  used: string;
  forecast: string;
  limit: string;
  today: CalendarDate;
  end: CalendarDate;
}): CalendarDate | null {
  const { today, end } = use;
  const used = decimal(use.used);
  const daysLeft = daysBetween(today, end);
  const room = decimal(use.limit).minus(used);
  if (daysLeft < 1 || room.isNegative() || !decimal(use.forecast).greaterThan(use.limit)) return null;

  const days = room.times(daysLeft).div(decimal(use.forecast).minus(used)).ceil().toNumber();
  return addDays(today, Math.min(days, daysLeft - 1));
}
