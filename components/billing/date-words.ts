import { type CalendarDate, dateParts, lastDay, type Period } from "@/lib/core/calendar";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";

const RANGE: Record<Locale, { join: string }> = { en: { join: "to" }, el: { join: "έως" } };

/**
 * The days of a half-open period, the last one included: "1 to 30 November", "14 October to 13 November". With `year` it ends
 * in the year, and begins with its own where the two differ.
 */
export function periodText(period: Period, locale: Locale, options: { year?: boolean } = {}): string {
  const end = lastDay(period);
  const [from, to] = [dateParts(period.start), dateParts(end)];
  const style = options.year ? "long" : "day_month";
  if (period.start >= end) return formatDate(period.start, locale, style);

  const sameYear = from.year === to.year;
  const start =
    sameYear && from.month === to.month
      ? String(from.day)
      : formatDate(period.start, locale, sameYear ? "day_month" : style);
  return `${start} ${RANGE[locale].join} ${formatDate(end, locale, style)}`;
}

/** "November 2026" for a whole month, else its days. */
export function periodName(period: Period, locale: Locale): string {
  const next = dateParts(period.end);
  const isWholeMonth = dateParts(period.start).day === 1 && next.day === 1 && monthsApart(period) === 1;
  return isWholeMonth ? formatDate(period.start, locale, "month") : periodText(period, locale);
}

function monthsApart(period: Period): number {
  const [from, to] = [dateParts(period.start), dateParts(period.end)];
  return (to.year - from.year) * 12 + to.month - from.month;
}

/** A day for a sentence, with what Greek needs to choose between «Την 1η» and «Στις 2». */
export function dayInSentence(date: CalendarDate, locale: Locale): { date: string; first: "yes" | "no" } {
  const isFirst = dateParts(date).day === 1;
  const text = formatDate(date, locale, "day_month");
  return { date: locale === "el" && isFirst ? text.replace(/^1 /, "1η ") : text, first: isFirst ? "yes" : "no" };
}
