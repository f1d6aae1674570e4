import { useLocale, useTranslations } from "next-intl";
import { useQuantity } from "@/components/billing/use-quantity";
import { StepChart } from "@/components/charts/step-chart";
import { addDays, type CalendarDate, dateParts, daysBetween, lastDay, periodDays } from "@/lib/core/calendar";
import { isDecimalZero } from "@/lib/core/decimal";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { ExplanationOf } from "@/lib/invoicing/explanation";
import { periodName } from "@/components/billing/date-words";
import { dailyLevels, riseOf } from "./usage-levels";

/** Ticks nearer than this would run into each other. */
const TICK_DAYS = 4;

/** Characters of a label that fit right of the drawing, and how much wider each further one makes it. */
const ROOM = 5;
const DIGIT_WIDTH = 7;

/** The days of a window as steps, with what is included as a dotted line; nothing where no day is known. */
export function UsageDrawing({ explanation }: { explanation: ExplanationOf<"usage"> }) {
  const t = useTranslations("billing.explain");
  const locale = useLocale() as Locale;
  const { number } = useQuantity();
  const { window, included, metric, unit } = explanation;
  const levels = dailyLevels(explanation);
  const [first] = levels;
  const last = levels.at(-1);
  if (!first || !last) return null;

  const rise = riseOf(levels, included);
  const dayNumber = (day: CalendarDate) => daysBetween(window.start, day) + 1;
  const wanted: CalendarDate[] = [window.start, lastDay(window), last.day, ...(rise ? [rise.day] : [])];
  const ticks = spacedOut(wanted.map(dayNumber)).map((day) => ({ day, label: tickLabel(day) }));

  /** The last tick names its month; there is room for it only at the end. */
  function tickLabel(day: number): string {
    const date = addDays(window.start, day - 1);
    return day === periodDays(window) ? formatDate(date, locale, "day_month_short") : String(dateParts(date).day);
  }

  const name = t.has(`metricName.${metric}`) ? t(`metricName.${metric}`) : unit;
  const isLevel = explanation.aggregation === "max" || explanation.aggregation === "latest";
  const labels = [number(last.level), number(included)];
  const longest = Math.max(...labels.map((label) => label.length));
  return (
    <div style={{ paddingRight: Math.max(0, longest - ROOM) * DIGIT_WIDTH }}>
      <StepChart
        values={levels.map(({ level }) => Number(level))}
        days={periodDays(window)}
        limit={isDecimalZero(included) ? undefined : { value: Number(included), label: number(included) }}
        startLabel={isLevel ? number(first.level) : ""}
        endLabel={number(last.level)}
        ticks={ticks}
        label={t("drawing", { name, period: periodName(window, locale) })}
      />
    </div>
  );
}

/** The first of several days that are too near each other stays. */
function spacedOut(days: readonly number[]): number[] {
  const kept: number[] = [];
  for (const day of days) {
    if (kept.every((other) => Math.abs(other - day) >= TICK_DAYS)) kept.push(day);
  }
  return kept.toSorted((a, b) => a - b);
}
