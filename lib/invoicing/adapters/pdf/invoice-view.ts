import { createTranslator, type NestedKeyOf } from "next-intl";
import { type CalendarDate, lastDay, type Period } from "@/lib/core/calendar";
import { formatDate, formatMoney, formatTime, NO_BREAK_SPACE } from "@/lib/core/format";
import { LOCALES, type Locale, type Localized } from "@/lib/core/locale";
import type { AmountMinor } from "@/lib/core/money";
import { brandColor } from "@/lib/invoicing/adapters/pdf/brand-color";
import type { InvoiceDocument } from "@/lib/invoicing/invoice-document";
import el from "@/messages/el/invoice.json";
import en from "@/messages/en/invoice.json";

const MESSAGES = { el, en } satisfies Record<Locale, typeof en>;

export type LabelKey = Extract<NestedKeyOf<typeof en>, string>;

type Values = Record<string, string>;

/** Primary language first; the second is absent where it would only repeat the first. */
export type Pair = { first: string; second?: string };

/** The document and the words and figures its parts print, so that the components only place them. */
export type InvoiceView = {
  document: InvoiceDocument;
  color: string;
  /** A label in both languages; `values` may differ by language. */
  label: (key: LabelKey, values?: (locale: Locale) => Values) => Pair;
  localized: (text: Localized) => Pair;
  money: (amount: AmountMinor) => string;
  date: (date: CalendarDate) => string;
};

function translator(locale: Locale): (key: LabelKey, values: Values) => string {
  const translate = createTranslator({ locale, messages: MESSAGES[locale] });
  return (key, values) => (translate as (key: string, values: Values) => string)(key, values);
}

const TRANSLATE: Record<Locale, (key: LabelKey, values: Values) => string> = {
  el: translator("el"),
  en: translator("en"),
};

function pair(first: string, second: string): Pair {
  return first === second ? { first } : { first, second };
}

export function invoiceView(document: InvoiceDocument): InvoiceView {
  const primary = document.locale;
  const other = LOCALES.find((locale) => locale !== primary) ?? primary;

  return {
    document,
    color: brandColor(document.branding.color),
    label: (key, values = () => ({})) =>
      pair(TRANSLATE[primary](key, values(primary)), TRANSLATE[other](key, values(other))),
    localized: (text) => pair(text[primary], text[other]),
    money: (amount) => formatMoney(amount, document.currency, primary),
    date: (date) => formatDate(date, primary, "long"),
  };
}

function dayAndMonth(date: CalendarDate): string {
  return `${Number(date.slice(8))}/${Number(date.slice(5, 7))}`;
}

/** `1/11 – 30/11/2026`: from the first day to the last, the year once unless the two differ. */
export function printedPeriod(period: Period): string {
  const last = lastDay(period);
  const lastText = `${dayAndMonth(last)}/${last.slice(0, 4)}`;
  if (last === period.start) return lastText;

  const yearOfStart = period.start.slice(0, 4) === last.slice(0, 4) ? "" : `/${period.start.slice(0, 4)}`;
  return `${dayAndMonth(period.start)}${yearOfStart}${NO_BREAK_SPACE}– ${lastText}`;
}

/** `09:02` of an ISO instant in the document's zone. */
export function printedTime(instant: string, timeZone: string): string {
  return formatTime(new Date(instant), timeZone);
}
