import { createTranslator } from "next-intl";
import type { CalendarDate } from "@/lib/core/calendar";
import { dateParts } from "@/lib/core/calendar";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { Phrase } from "@/emails/_components/letter-content";
import el from "@/messages/el/mail.json";
import en from "@/messages/en/mail.json";

const MESSAGES = { el, en } satisfies Record<Locale, typeof en>;

type Values = Record<string, string | number>;

export type MailTranslator = {
  (key: string, values?: Values): string;
  /** A message with <b>…</b> in it. */
  phrase: (key: string, values: Values) => Phrase;
  /** `8 November`, with the words the language puts before it: "on …", "until …". */
  on: (date: CalendarDate) => string;
  until: (date: CalendarDate) => string;
  day: (date: CalendarDate) => Values;
};

function translatorOf(locale: Locale): MailTranslator {
  const translate = createTranslator<typeof en>({
    locale,
    messages: MESSAGES[locale],
    onError: (error) => {
      throw error;
    },
  });
  const text = translate as unknown as (key: string, values?: Values) => string;
  const rich = translate.rich as unknown as (key: string, values: unknown) => React.ReactNode;
  const markup = translate.markup as unknown as (key: string, values: unknown) => string;

  const day = (date: CalendarDate): Values => ({
    day: dateParts(date).day,
    date: formatDate(date, locale, "day_month"),
  });
  return Object.assign((key: string, values?: Values) => text(key, values), {
    phrase: (key: string, values: Values): Phrase => ({
      rich: rich(key, { ...values, b: (chunks: React.ReactNode) => <b key="b">{chunks}</b> }),
      plain: markup(key, { ...values, b: (chunks: string) => chunks }),
    }),
    on: (date: CalendarDate) => text("onDate", day(date)),
    until: (date: CalendarDate) => text("untilDate", day(date)),
    day,
  });
}

const TRANSLATORS: Record<Locale, MailTranslator> = { el: translatorOf("el"), en: translatorOf("en") };

/** The sentences of mail.json in a language. A missing key or value throws instead of reaching a reader. */
export function mailTranslator(locale: Locale): MailTranslator {
  return TRANSLATORS[locale];
}
