import { useLocale, useTranslations } from "next-intl";
import { dayInSentence, periodText } from "@/components/billing/date-words";
import { assertNever } from "@/lib/core/assert";
import { formatDate, formatDecimal, formatPercent, formatUnitPrice } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { type ExplanationOf, explanationAmount } from "@/lib/invoicing/explanation";
import type { ExplainProps } from "./explain-props";
import { ExplainPanel } from "./explain-panel";
import { moneyParts } from "./money-parts";

type Other = ExplanationOf<"proration" | "discount" | "commitment" | "credit" | "one_off">;

/** Lines of one part: a share of days, a coupon, a commitment, a credit, a single sale. */
export function OtherExplained({ explanation, amountMinor, currency }: ExplainProps<Other>) {
  const t = useTranslations("billing.explain");
  const locale = useLocale() as Locale;
  const { sentence, label, rule } = useWords(explanation, (amount) => formatUnitPrice(amount, currency, locale));
  return (
    <ExplainPanel
      sentence={sentence}
      parts={moneyParts([{ label, amount: explanationAmount(explanation) }], {
        amountMinor,
        currency,
        locale,
        words: { rounded: t("rounded"), inAll: t("inAll") },
      })}
      rule={rule}
    />
  );
}

function useWords(
  explanation: Other,
  money: (amount: string) => string,
): { sentence: string; label: string; rule: string } {
  const t = useTranslations("billing.explain.other");
  const locale = useLocale() as Locale;
  switch (explanation.kind) {
    case "proration": {
      const { direction, days, denominator, changedOn, period } = explanation;
      const words = { days, denominator, ...dayInSentence(changedOn, locale), plan: explanation.planName[locale] };
      return {
        sentence: t(`proration.${direction}`, { ...words, period: periodText(period, locale) }),
        label: t("proration.label", { ...words, basis: money(explanation.basis) }),
        rule: t("proration.rule"),
      };
    }
    case "discount": {
      const { coupon, type, value, base } = explanation;
      const amount = type === "percent" ? formatPercent(value, locale) : money(value);
      return {
        sentence: t("discount.sentence", { coupon, amount, base: money(base) }),
        label: t("discount.label", { coupon }),
        rule: t("discount.rule"),
      };
    }
    case "commitment": {
      const { bound, amount, used, period } = explanation;
      const words = { amount: money(amount), used: money(used), period: periodText(period, locale) };
      return {
        sentence: t(`commitment.${bound}`, words),
        label: t("commitment.label", words),
        rule: t("commitment.rule"),
      };
    }
    case "credit": {
      const words = { number: explanation.invoiceNumber, original: money(explanation.original) };
      return { sentence: t("credit.sentence", words), label: t("credit.label", words), rule: t("credit.rule") };
    }
    case "one_off": {
      const words = {
        date: formatDate(explanation.deliveredOn, locale, "long"),
        quantity: formatDecimal(explanation.quantity, locale),
        price: money(explanation.unitPrice),
      };
      return { sentence: t("oneOff.sentence", words), label: t("oneOff.label", words), rule: t("oneOff.rule") };
    }
    default:
      return assertNever(explanation);
  }
}
