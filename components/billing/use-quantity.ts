import { useLocale, useTranslations } from "next-intl";
import { decimal } from "@/lib/core/decimal";
import { formatDecimal, NO_BREAK_SPACE } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";

/** Places shown of a measured quantity; what is billed keeps them all. */
const PLACES = 2;

/** Quantities of a metric in words: "523 apartments", "41.6 GB", "86,240 API calls"; one we have no word for takes its unit. */
export function useQuantity(): {
  number: (value: string) => string;
  withNoun: (value: string, of: { metric: string; unit: string }) => string;
} {
  const t = useTranslations("billing.noun");
  const locale = useLocale() as Locale;
  const number = (value: string): string => {
    const exact = decimal(value);
    return formatDecimal(exact.decimalPlaces() > PLACES ? exact.toDecimalPlaces(PLACES) : exact, locale);
  };
  return {
    number,
    withNoun: (value, { metric, unit }) =>
      t.has(metric)
        ? t(metric, { n: Number(value), count: number(value) })
        : `${number(value)}${NO_BREAK_SPACE}${unit}`,
  };
}
