import { assertNever } from "@/lib/core/assert";
import { type CalendarDate, dateFromParts, dateParts } from "@/lib/core/calendar";
import { type Currency, minorDigits } from "@/lib/core/currency";
import { decimal, type Decimal } from "@/lib/core/decimal";
import type { Locale } from "@/lib/core/locale";
import type { AmountMinor } from "@/lib/core/money";
import { minorToDecimal } from "@/lib/core/rounding";
import { localDateTime } from "@/lib/core/time-zone";

/*
 * Written out instead of left to Intl: the ICU data of Node and of each browser differ in signs and spaces, which breaks
 * hydration and the bytes of a stored PDF.
 */

const MINUS = "\u2212";
export const NO_BREAK_SPACE = "\u00a0";

const SEPARATORS: Record<Locale, { group: string; point: string }> = {
  en: { group: ",", point: "." },
  el: { group: ".", point: "," },
};

const SYMBOLS: Partial<Record<Currency, string>> = { EUR: "€", USD: "$", GBP: "£", JPY: "¥" };

function digitsOf(absolute: string, locale: Locale): string {
  const [whole = "0", fraction] = absolute.split(".");
  const { group, point } = SEPARATORS[locale];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? grouped : `${grouped}${point}${fraction}`;
}

/** A decimal with the language's separators and a true minus; `places` fixes the digits after the point. */
export function formatDecimal(value: Decimal | string | number, locale: Locale, places?: number): string {
  const exact = decimal(value);
  const rounded = places === undefined ? exact : exact.toDecimalPlaces(places);
  const digits = digitsOf(places === undefined ? rounded.abs().toFixed() : rounded.abs().toFixed(places), locale);
  return rounded.isNegative() && !rounded.isZero() ? `${MINUS}${digits}` : digits;
}

function withCurrency(digits: string, currency: Currency, locale: Locale): string {
  const symbol = SYMBOLS[currency];
  if (locale === "el") return `${digits}${NO_BREAK_SPACE}${symbol ?? currency}`;
  return symbol === undefined ? `${currency}${NO_BREAK_SPACE}${digits}` : `${symbol}${digits}`;
}

/** Money as people read it: `€1,234.56`, `1.234,56 €`, `−€5.00`. Zero is written. */
export function formatMoney(amount: AmountMinor, currency: Currency, locale: Locale): string {
  const digits = digitsOf(minorToDecimal(amount, currency).abs().toFixed(minorDigits(currency)), locale);
  const text = withCurrency(digits, currency, locale);
  return amount < 0 ? `${MINUS}${text}` : text;
}

/** A unit price in major units with every decimal it has, at least those of the currency: `€0.000135`, `€0.40`. */
export function formatUnitPrice(price: Decimal | string, currency: Currency, locale: Locale): string {
  const exact = decimal(price);
  const places = Math.max(minorDigits(currency), exact.decimalPlaces());
  const text = withCurrency(digitsOf(exact.abs().toFixed(places), locale), currency, locale);
  return exact.isNegative() && !exact.isZero() ? `${MINUS}${text}` : text;
}

/** A rate held in percent ("24", "5.5"): `24%`, with the language's decimal point. */
export function formatPercent(percent: Decimal | string, locale: Locale): string {
  return `${formatDecimal(percent, locale)}%`;
}

/** Greek months take the genitive beside a day, and May its accent. */
const MONTHS: Record<Locale, readonly string[]> = {
  en: "January February March April May June July August September October November December".split(" "),
  el: "Ιανουάριος Φεβρουάριος Μάρτιος Απρίλιος Μάιος Ιούνιος Ιούλιος Αύγουστος Σεπτέμβριος Οκτώβριος Νοέμβριος Δεκέμβριος".split(
    " ",
  ),
};

const GENITIVE_EL =
  "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου".split(
    " ",
  );

/** 5 December 2026 · 5 Dec 2026 · 05/12/2026 · 5 December · 5 Dec · December 2026 · Dec 2026 */
export type DateStyle = "long" | "medium" | "short" | "day_month" | "day_month_short" | "month" | "month_short";

function monthName(month: number, locale: Locale, form: "beside_day" | "alone" | "short"): string {
  const names = form !== "alone" && locale === "el" ? GENITIVE_EL : MONTHS[locale];
  const name = names[month - 1] ?? "";
  if (form !== "short") return name;
  // Three letters tell months apart, but for June and July in Greek.
  return name.slice(0, name.startsWith("Ιου") ? 4 : 3);
}

/** A date without a zone, in the language's own words. */
export function formatDate(date: CalendarDate, locale: Locale, style: DateStyle = "medium"): string {
  const { year, month, day } = dateParts(date);
  switch (style) {
    case "long":
      return `${day} ${monthName(month, locale, "beside_day")} ${year}`;
    case "medium":
      return `${day} ${monthName(month, locale, "short")} ${year}`;
    case "short":
      return `${date.slice(8, 10)}/${date.slice(5, 7)}/${year}`;
    case "day_month":
      return `${day} ${monthName(month, locale, "beside_day")}`;
    case "day_month_short":
      return `${day} ${monthName(month, locale, "short")}`;
    case "month":
      return `${monthName(month, locale, "alone")} ${year}`;
    case "month_short":
      return `${monthName(month, locale, "short")} ${year}`;
    default:
      return assertNever(style);
  }
}

/** A moment as a wall clock in the zone shows it, on the 24-hour clock: `5 Dec 2026, 14:05`. */
export function formatInstant(instant: Date, timeZone: string, locale: Locale): string {
  const local = localDateTime(instant, timeZone);
  return `${formatDate(dateFromParts(local), locale, "medium")}, ${formatTimeOfDay(local)}`;
}

/** `14:05` in the zone. */
export function formatTime(instant: Date, timeZone: string): string {
  return formatTimeOfDay(localDateTime(instant, timeZone));
}

function formatTimeOfDay({ hour, minute }: { hour: number; minute: number }): string {
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
