import { addDays, type CalendarDate, daysBetween } from "@/lib/core/calendar";
import { decimal, toDecimalString } from "@/lib/core/decimal";
import type { ExplanationOf } from "@/lib/invoicing/explanation";

/** What a metric had come to on each day of a window, from its first day to the last one known. */
export type DailyLevel = { day: CalendarDate; level: string };

/** A measured count as it stood each day; a sum as it had grown by then. */
export function dailyLevels(explanation: ExplanationOf<"usage">): DailyLevel[] {
  const { window, days = [], aggregation } = explanation;
  const last = days.at(-1)?.day;
  if (last === undefined) return [];

  const known = new Map(days.map(({ day, quantity }) => [day, quantity]));
  const isLevel = aggregation === "max" || aggregation === "latest";
  const levels: DailyLevel[] = [];
  for (let at = 0; at <= daysBetween(window.start, last); at += 1) {
    const day = addDays(window.start, at);
    const quantity = known.get(day);
    const before = levels.at(-1)?.level ?? "0";
    const level = isLevel ? (quantity ?? before) : toDecimalString(decimal(before).plus(quantity ?? "0"));
    levels.push({ day, level });
  }
  return levels;
}

/** The day a count first stood at its highest, and what it was the day before; null for the first day. */
export type Rise = { day: CalendarDate; before: string | null };

/** When a count rose above what is included, to the level that is billed; null when it never did. */
export function riseOf(levels: readonly DailyLevel[], included: string): Rise | null {
  let highest: { at: number; level: string } | null = null;
  for (const [at, { level }] of levels.entries()) {
    if (highest === null || decimal(level).greaterThan(highest.level)) highest = { at, level };
  }
  if (highest === null || !decimal(highest.level).greaterThan(included)) return null;

  const found = levels[highest.at];
  return found ? { day: found.day, before: levels[highest.at - 1]?.level ?? null } : null;
}
