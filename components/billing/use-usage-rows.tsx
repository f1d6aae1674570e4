import { useLocale, useTranslations } from "next-intl";
import type { UsageRow } from "@/components/charts/usage-meter";
import { limitCrossing } from "@/lib/billing/limit-crossing";
import type { Metric } from "@/lib/catalog/metric";
import type { EntitlementBehaviour } from "@/lib/catalog/entitlement";
import { addDays, type CalendarDate } from "@/lib/core/calendar";
import type { Currency } from "@/lib/core/currency";
import { decimal, isDecimalZero } from "@/lib/core/decimal";
import { formatDate, formatMoney } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { AmountMinor } from "@/lib/core/money";
import { FeatureIcon } from "./feature-icon";
import { useMetricName } from "./use-metric-name";
import { useQuantity } from "./use-quantity";

/** Use of one metric against its limit, with what it costs so far and what it should come to; null where nothing is billed. */
export type MeteredUse = {
  metric: Metric;
  used: string;
  limit: string | null;
  behaviour: EntitlementBehaviour | null;
  over: string;
  forecast: string | null;
  soFarMinor: AmountMinor | null;
  expectedMinor: AmountMinor | null;
};

/** A limit is near from this share of it on. */
const NEAR = 0.8;

type Shown = { today: CalendarDate; end: CalendarDate; currency: Currency };

/** The rows of a usage meter: what is left or over, and what follows from it in money. */
export function useUsageRows(uses: readonly MeteredUse[], shown: Shown): UsageRow[] {
  const state = useLimitWords(shown);
  const consequence = useConsequence(shown);
  const t = useTranslations("billing.usage");
  const nameOf = useMetricName();
  const { number, measured } = useQuantity();

  return uses.map((use) => ({
    key: use.metric.key,
    icon: <FeatureIcon feature={use.metric.key} />,
    label: nameOf(use.metric),
    used: Number(use.used),
    limit: use.limit === null ? null : Number(use.limit),
    forecast: use.forecast === null ? undefined : Number(use.forecast),
    usedText: number(use.used),
    limitText: use.limit === null ? t("ofUnlimited") : `/ ${measured(use.limit, use.metric.unit)}`,
    state: state(use),
    consequence: consequence(use),
  }));
}

function useLimitWords({ today, end }: Shown): (use: MeteredUse) => UsageRow["state"] {
  const t = useTranslations("billing.usage");
  const locale = useLocale() as Locale;
  const { number } = useQuantity();

  return ({ used, limit, behaviour, over, forecast }) => {
    if (limit === null) return { glyph: "tick", tone: "ok", words: t("noLimit") };
    if (!isDecimalZero(over)) return { glyph: "triangle", tone: "warn", words: t("over", { count: number(over) }) };

    const crossing =
      behaviour === "hard" || forecast === null ? null : limitCrossing({ used, forecast, limit, today, end });
    if (crossing !== null) {
      return {
        glyph: "triangle",
        tone: "warn",
        words: t("overOn", { date: formatDate(crossing, locale, "day_month_short") }),
      };
    }
    const left = decimal(limit).minus(used);
    if (behaviour !== "hard") return { glyph: "tick", tone: "ok", words: t("within") };
    if (left.isZero()) return { glyph: "triangle", tone: "warn", words: t("reached") };
    const isNear = decimal(used).greaterThanOrEqualTo(decimal(limit).times(NEAR));
    const words = t("left", { n: left.toNumber(), count: number(left.toFixed()) });
    return isNear ? { glyph: "triangle", tone: "warn", words } : { glyph: "tick", tone: "ok", words };
  };
}

function useConsequence({ end, currency }: Shown): (use: MeteredUse) => string | null {
  const t = useTranslations("billing.usage");
  const locale = useLocale() as Locale;
  const { estimate } = useQuantity();
  const date = formatDate(addDays(end, -1), locale, "day_month_short");
  const money = (amount: AmountMinor) => formatMoney(amount, currency, locale);

  return ({ metric, used, behaviour, forecast, soFarMinor, expectedMinor }) => {
    if (behaviour === "hard") return t("hardLimit");
    if (expectedMinor !== null && expectedMinor !== soFarMinor)
      return t("about", { amount: money(expectedMinor), date });
    if (soFarMinor !== null) return t("onNext", { amount: money(soFarMinor) });
    if (forecast === null || decimal(forecast).equals(used)) return null;
    return t("by", { quantity: estimate(forecast, metric), date });
  };
}
