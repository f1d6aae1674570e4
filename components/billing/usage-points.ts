import type { Point } from "@/components/charts/series";
import { addDays, type CalendarDate, daysBetween, type Period, periodDays } from "@/lib/core/calendar";
import type { UsageDayPoint } from "@/lib/usage/forecast";

/** A metric by day as a chart draws it; a maximum is a level that stays, anything else is what each day added. */
export type DayChart = { days: readonly UsageDayPoint[]; period: Period; today: CalendarDate; isLevel: boolean };

type PointOf = { used: number | null; forecast: number | null; limit: number | null };

/**
 * One point a day of the whole period: what was used to today, and from then what the forecast of the period's end means for
 * each day: a level on its way there, or an equal share of what is still to come.
 */
export function usagePoints(
  chart: DayChart & { forecast: number | null; used: number; limit: number | null },
  labelOf: (day: CalendarDate) => string,
): (Point & PointOf)[] {
  const { days, period, today, isLevel, limit } = chart;
  const known = new Map(days.map(({ day, quantity }) => [day, Number(quantity)]));
  const ahead = Math.max(0, daysBetween(today, period.end) - 1);
  const forecast = chart.forecast === null || ahead === 0 ? null : chart.forecast;
  const level = known.get(today) ?? chart.used;

  return Array.from({ length: periodDays(period) }, (_, at) => {
    const day = addDays(period.start, at);
    const fromToday = daysBetween(today, day);
    return {
      label: labelOf(day),
      used: known.get(day) ?? null,
      forecast: forecast === null ? null : forecastOf(fromToday),
      limit: isLevel ? limit : null,
    };
  });

  function forecastOf(fromToday: number): number | null {
    if (forecast === null) return null;
    if (isLevel) return fromToday < 0 ? null : rounded(level + ((forecast - level) * fromToday) / ahead);
    return fromToday <= 0 ? null : rounded(Math.max(0, forecast - chart.used) / ahead);
  }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
