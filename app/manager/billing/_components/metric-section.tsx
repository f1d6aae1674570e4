import { useLocale, useTranslations } from "next-intl";
import { periodText } from "@/components/billing/date-words";
import { DayLegend } from "@/components/billing/day-legend";
import { useMetricName } from "@/components/billing/use-metric-name";
import { useQuantity } from "@/components/billing/use-quantity";
import type { MeteredUse } from "@/components/billing/use-usage-rows";
import { usagePoints } from "@/components/billing/usage-points";
import { ChartFrame } from "@/components/charts/chart-frame";
import { BarChart, LineChart } from "@/components/charts/lazy-charts";
import type { Series } from "@/components/charts/series";
import { DetailList } from "@/components/layout/detail-list";
import { EmptyState } from "@/components/ui/states";
import { addDays, type CalendarDate, type Period } from "@/lib/core/calendar";
import type { Currency } from "@/lib/core/currency";
import { decimal } from "@/lib/core/decimal";
import { formatDate, formatMoney } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { UsageDayPoint } from "@/lib/usage/forecast";

export type MeasuredUse = MeteredUse & { isOverridden: boolean; days: readonly UsageDayPoint[] };

type MetricSectionProps = { use: MeasuredUse; period: Period; today: CalendarDate; currency: Currency };

/** One metric by day: the finding, the drawing with its table, and beside it limit, forecast, cost and how it is counted. */
export function MetricSection(props: MetricSectionProps) {
  const t = useTranslations("billing.usage");
  const { use } = props;
  return (
    <section id={use.metric.key} className="scroll-mt-20 border-t border-line pt-4">
      <div className="grid items-start gap-x-7 gap-y-3 lg:grid-cols-[minmax(0,1fr)_300px]">
        <DayDrawing {...props} />
        <div>
          <Facts {...props} />
          <p className="mt-2 text-sm text-ink-3">{t(`how.${use.metric.aggregation}`)}</p>
        </div>
      </div>
    </section>
  );
}

function DayDrawing({ use, period, today }: MetricSectionProps) {
  const t = useTranslations("billing.usage");
  const locale = useLocale() as Locale;
  const name = useMetricName()(use.metric);
  const { number } = useQuantity();
  const isLevel = use.metric.aggregation === "max";
  const title = t("perDay", { name, period: periodText(period, locale) });
  if (use.days.length === 0) return <EmptyState plain sentence={t("noDays")} />;

  const points = usagePoints(
    {
      days: use.days,
      period,
      today,
      isLevel,
      forecast: use.forecast === null ? null : Number(use.forecast),
      used: Number(use.used),
      limit: use.limit === null ? null : Number(use.limit),
    },
    (day) => formatDate(day, locale, "day_month_short"),
  );
  const series: Series[] = [
    { key: "used", label: t(isLevel ? "level" : "quantity"), color: 1 },
    { key: "forecast", label: t("forecastLine"), kind: "forecast", color: 1 },
    ...(isLevel && use.limit !== null ? [{ key: "limit", label: t("limitLine"), color: 2 as const }] : []),
  ];
  const Chart = isLevel ? LineChart : BarChart;
  return (
    <ChartFrame
      title={title}
      finding={<Finding use={use} />}
      aside={<DayLegend isLevel={isLevel} hasForecast={use.forecast !== null} hasLimit={use.limit !== null} />}
      table={{
        head: [t("day"), t(isLevel ? "level" : "quantity")],
        rows: use.days.map(({ day, quantity }) => [formatDate(day, locale, "day_month"), number(quantity)]),
      }}
    >
      <Chart points={points} series={series} label={title} locale={locale} fromZero height={180} />
    </ChartFrame>
  );
}

function Finding({ use }: { use: MeasuredUse }) {
  const t = useTranslations("billing.usage.finding");
  const locale = useLocale() as Locale;
  const { number, withNoun } = useQuantity();
  const { key: metric, unit, aggregation } = use.metric;
  const most = use.days.reduce<UsageDayPoint | null>(
    (top, point) => (top === null || decimal(point.quantity).greaterThan(top.quantity) ? point : top),
    null,
  );
  if (most === null) return null;
  return t(aggregation === "max" ? "max" : "sum", {
    total: withNoun(use.used, { metric, unit }),
    date: formatDate(most.day, locale, "day_month"),
    most: number(most.quantity),
  });
}

function Facts({ use, period, currency }: MetricSectionProps) {
  const t = useTranslations("billing.usage");
  const locale = useLocale() as Locale;
  const { withNoun, estimate } = useQuantity();
  const { key: metric, unit } = use.metric;
  const quantity = (value: string) => withNoun(value, { metric, unit });
  const date = formatDate(addDays(period.end, -1), locale, "day_month_short");
  const items = [
    { label: t("fact.used"), value: quantity(use.used) },
    {
      label: t(use.behaviour === "overage" ? "fact.included" : "fact.limit"),
      value: use.limit === null ? t("noLimit") : quantity(use.limit),
    },
    ...(use.isOverridden ? [{ label: t("fact.limit"), value: t("fact.override") }] : []),
    ...(use.behaviour ? [{ label: t("fact.atLimit"), value: t(`behaviour.${use.behaviour}`) }] : []),
    ...(use.forecast === null
      ? []
      : [{ label: t("fact.forecast", { date }), value: estimate(use.forecast, use.metric) }]),
    ...(use.soFarMinor === null
      ? []
      : [{ label: t("fact.soFar"), value: formatMoney(use.soFarMinor, currency, locale) }]),
    ...(use.expectedMinor === null
      ? []
      : [{ label: t("fact.expected"), value: formatMoney(use.expectedMinor, currency, locale) }]),
  ];
  return <DetailList items={items} />;
}
