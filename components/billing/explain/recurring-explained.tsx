import { useLocale, useTranslations } from "next-intl";
import { periodText } from "@/components/billing/date-words";
import { decimal } from "@/lib/core/decimal";
import { formatDecimal, formatUnitPrice } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { ExplanationOf } from "@/lib/invoicing/explanation";
import type { ExplainProps } from "./explain-props";
import { ExplainPanel } from "./explain-panel";
import { moneyParts } from "./money-parts";

/** A recurring price, whole or for the days served of a period. */
export function RecurringExplained(props: ExplainProps<ExplanationOf<"recurring">>) {
  const t = useTranslations("billing.explain");
  const locale = useLocale() as Locale;
  const { explanation, amountMinor, currency } = props;
  const { days, denominator, quantity, unitPrice } = explanation;
  const isWhole = days === denominator;
  const price = formatUnitPrice(unitPrice, currency, locale);
  const whole = decimal(unitPrice).times(quantity);
  const exact = isWhole ? whole : whole.times(days).div(denominator);
  const label = quantity === "1" ? t("price") : t("priceTimes", { price, quantity: formatDecimal(quantity, locale) });

  return (
    <ExplainPanel
      sentence={t.rich("recurring", {
        b: (chunks) => <b>{chunks}</b>,
        plan: explanation.planName[locale],
        price,
        every: t(`every.${explanation.interval}`, { count: explanation.intervalCount }),
        period: periodText(explanation.period, locale, { year: explanation.interval === "year" }),
      })}
      parts={moneyParts([{ label: isWhole ? label : t("priceDays", { label, days, denominator }), amount: exact }], {
        amountMinor,
        currency,
        locale,
        words: { rounded: t("rounded"), inAll: t("inAll") },
      })}
      rule={t("rule", { rule: t("ruleOf.advance"), version: explanation.planVersion })}
    />
  );
}
