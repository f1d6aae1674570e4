import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { dayInSentence, periodName, periodText } from "@/components/billing/date-words";
import { useQuantity } from "@/components/billing/use-quantity";
import type { RatingStep } from "@/lib/catalog/charge-model";
import { decimal, isDecimalZero } from "@/lib/core/decimal";
import { formatDecimal, formatUnitPrice } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { ExplanationOf } from "@/lib/invoicing/explanation";
import type { ExplainProps } from "./explain-props";
import { ExplainPanel } from "./explain-panel";
import { moneyParts } from "./money-parts";
import { UsageDrawing } from "./usage-drawing";
import { dailyLevels, riseOf } from "./usage-levels";

type Usage = ExplanationOf<"usage">;

const bold = (chunks: ReactNode) => <b>{chunks}</b>;

/** Usage of a window: what was counted, less what the plan includes, at the price of each step. */
export function UsageExplained({ explanation, amountMinor, currency, usageHref }: ExplainProps<Usage>) {
  const t = useTranslations("billing.explain");
  const locale = useLocale() as Locale;
  const quantity = useQuantity();
  const { included, alreadyBilled, aggregation } = explanation;
  const plan = explanation.planName[locale];
  const period = periodName(explanation.window, locale);
  const before = decimal(alreadyBilled.amount);

  const parts = [
    { label: t(`counted.${aggregation}`, { period }), value: quantity.number(explanation.total) },
    ...(isDecimalZero(included)
      ? []
      : [{ label: t("included", { plan }), value: formatDecimal(decimal(included).negated(), locale) }]),
  ];
  const money = moneyParts(
    [
      ...explanation.steps.map((step) => ({
        label: <StepWords step={step} explanation={explanation} currency={currency} />,
        amount: step.amount,
      })),
      ...(before.isZero() ? [] : [{ label: t("billedBefore"), amount: before.negated() }]),
    ],
    { amountMinor, currency, locale, words: { rounded: t("rounded"), inAll: t("inAll") } },
  );

  return (
    <ExplainPanel
      sentence={<UsageSentence explanation={explanation} />}
      drawing={<UsageDrawing explanation={explanation} />}
      parts={[...parts, ...money]}
      rule={t("rule", { rule: t(`ruleOf.${aggregation}`), version: explanation.planVersion })}
      rows={
        usageHref ? (
          <Link href={usageHref} className="link">
            {t("seeDays")}
          </Link>
        ) : null
      }
    />
  );
}

/** The cause with its date: the day a count rose above what is included, or the sum of the period. */
function UsageSentence({ explanation }: { explanation: Usage }) {
  const t = useTranslations("billing.explain");
  const locale = useLocale() as Locale;
  const quantity = useQuantity();
  const { total, included, billable, window, unit, metric } = explanation;
  const common = {
    b: bold,
    plan: explanation.planName[locale],
    total: quantity.withNoun(total, { metric, unit }),
    included: quantity.number(included),
    over: quantity.number(billable),
    period: periodText(window, locale),
  };
  if (isDecimalZero(included)) return t.rich("usageAll", common);
  if (isDecimalZero(billable)) return t.rich("usageWithin", common);

  const rise = explanation.aggregation === "max" ? riseOf(dailyLevels(explanation), included) : null;
  if (rise === null) return t.rich("usageSum", common);
  const day = dayInSentence(rise.day, locale);
  return rise.before === null
    ? t.rich("usageFromStart", { ...common, ...day })
    : t.rich("usageRise", { ...common, ...day, before: quantity.number(rise.before) });
}

/** How one step was priced, in the words of its charge model. */
function StepWords(props: { step: RatingStep; explanation: Usage; currency: ExplainProps["currency"] }) {
  const t = useTranslations("billing.explain.step");
  const locale = useLocale() as Locale;
  const quantity = useQuantity();
  const { step, explanation, currency } = props;
  const { properties } = explanation;
  const words = {
    units: quantity.number(step.units),
    price: step.isPercent
      ? `${formatDecimal(step.unitPrice, locale)}%`
      : formatUnitPrice(step.unitPrice, currency, locale),
    from: quantity.number(step.from),
    to: step.to === null ? "" : quantity.number(step.to),
    open: step.to === null ? "yes" : "no",
    fee: isDecimalZero(step.flatFee) ? "" : formatUnitPrice(step.flatFee, currency, locale),
    hasFee: isDecimalZero(step.flatFee) ? "no" : "yes",
  };
  switch (properties.model) {
    case "package":
      return t("package", { ...words, size: quantity.number(properties.packageSize) });
    case "graduated":
    case "graduated_percentage":
      return t("graduated", words);
    case "volume":
      return t("volume", words);
    case "per_unit":
      return t("perUnit", words);
    case "percentage":
      return t("percentage", words);
    case "flat":
    case "dynamic":
      return t("flat");
  }
}
