import { useLocale, useTranslations } from "next-intl";
import type { Metric } from "@/lib/catalog/metric";
import { decimal } from "@/lib/core/decimal";
import { formatDecimal, NO_BREAK_SPACE } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";

/** Places shown of a measured quantity; what is billed keeps them all. */
const PLACES = 2;

/** The one unit of measure among the metrics; the others are counted things. */
const GIGABYTE = "GB";

type Of = { metric: string; unit: string };

export type QuantityWords = {
  number: (value: string) => string;
  /** With its unit of measure, if it has one: "41.6 GB", "523". */
  measured: (value: string, unit: string) => string;
  /** "523 apartments", "41.6 GB", "86,240 API calls"; a metric we have no word for takes its unit. */
  withNoun: (value: string, of: Of) => string;
  /** A forecast in the same words: no more exact than it can be. */
  estimate: (value: string, metric: Pick<Metric, "key" | "unit">) => string;
};

/** Quantities of a metric as people read them. */
export function useQuantity(): QuantityWords {
  const t = useTranslations("billing.noun");
  const locale = useLocale() as Locale;
  const number = (value: string): string => {
    const exact = decimal(value);
    return formatDecimal(exact.decimalPlaces() > PLACES ? exact.toDecimalPlaces(PLACES) : exact, locale);
  };
  const withNoun = (value: string, { metric, unit }: Of): string =>
    t.has(metric) ? t(metric, { n: Number(value), count: number(value) }) : `${number(value)}${NO_BREAK_SPACE}${unit}`;

  return {
    number,
    withNoun,
    measured: (value, unit) => (unit === GIGABYTE ? `${number(value)}${NO_BREAK_SPACE}${unit}` : number(value)),
    estimate: (value, { key: metric, unit }) =>
      withNoun(
        decimal(value)
          .toDecimalPlaces(unit === GIGABYTE ? 1 : 0)
          .toFixed(),
        { metric, unit },
      ),
  };
}
