import { getLocale, getTranslations } from "next-intl/server";
import { ChartFrame } from "@/components/charts/chart-frame";
import { BarChart, LineChart } from "@/components/charts/lazy-charts";
import { cn } from "@/components/ui/cn";
import type { AdminOverview } from "@/lib/analytics/queries/admin-overview";
import { lastDay } from "@/lib/core/calendar";
import { formatDate, formatMoney } from "@/lib/core/format";
import { type AmountMinor, sumMinor } from "@/lib/core/money";
import { minorToDecimal } from "@/lib/core/rounding";

/** What was invoiced and what recurs, month by month. */
export async function OverviewCharts({ overview }: { overview: AdminOverview }) {
  return (
    <div className="mt-7 grid gap-x-9 gap-y-8 lg:grid-cols-2 *:min-w-0">
      <InvoicedChart overview={overview} />
      <MrrChart overview={overview} />
    </div>
  );
}

async function InvoicedChart({ overview }: { overview: AdminOverview }) {
  const [t, locale] = [await getTranslations("admin.overview.invoiced"), await getLocale()];
  const { currency, invoiced } = overview;
  const money = (amount: AmountMinor) => formatMoney(amount, currency, locale);
  const plain = (amount: AmountMinor) => minorToDecimal(amount, currency).toNumber();
  const hasOther = invoiced.some((month) => month.otherMinor !== 0);
  const total = sumMinor(invoiced.map((month) => month.netMinor));
  const usage = sumMinor(invoiced.map((month) => month.usageMinor));
  const best = invoiced.reduce((top, month) => (month.netMinor > top.netMinor ? month : top));

  return (
    <ChartFrame
      title={t("title")}
      aside={
        <>
          <Swatch className="bg-chart-1">{t("recurring")}</Swatch>
          <Swatch className="bg-chart-2">{t("usage")}</Swatch>
        </>
      }
      finding={t.rich("finding", {
        b: (chunks) => <b>{chunks}</b>,
        month: formatDate(best.month.start, locale, "month"),
        amount: money(best.netMinor),
        total: money(total),
        usage: total === 0 ? 0 : Math.round((usage / total) * 100),
      })}
      table={{
        head: [t("month"), t("recurring"), t("usage"), ...(hasOther ? [t("other")] : []), t("net")],
        rows: invoiced.map((one) => [
          formatDate(one.month.start, locale, "month"),
          money(one.recurringMinor),
          money(one.usageMinor),
          ...(hasOther ? [money(one.otherMinor)] : []),
          money(one.netMinor),
        ]),
      }}
    >
      <BarChart
        label={t("title")}
        locale={locale}
        currency={currency}
        series={[
          { key: "recurring", label: t("recurring"), color: 1 },
          { key: "usage", label: t("usage"), color: 2 },
          ...(hasOther ? [{ key: "other", label: t("other"), color: 5 as const }] : []),
        ]}
        points={invoiced.map((one) => ({
          label: formatDate(one.month.start, locale, "month_short"),
          recurring: plain(one.recurringMinor),
          usage: plain(one.usageMinor),
          ...(hasOther ? { other: plain(one.otherMinor) } : {}),
        }))}
      />
    </ChartFrame>
  );
}

async function MrrChart({ overview }: { overview: AdminOverview }) {
  const [t, locale] = [await getTranslations("admin.overview.course"), await getLocale()];
  const { currency, mrr, today } = overview;
  const money = (amount: AmountMinor) => formatMoney(amount, currency, locale);
  const first = mrr.find((one) => one.mrrMinor > 0) ?? mrr[0];
  const last = mrr.at(-1);

  return (
    <ChartFrame
      title={t("title")}
      finding={t("finding", {
        from: first ? formatDate(lastDay(first.month), locale, "long") : "",
        start: money(first?.mrrMinor ?? (0 as AmountMinor)),
        today: formatDate(today, locale, "day_month"),
        end: money(last?.mrrMinor ?? (0 as AmountMinor)),
      })}
      table={{
        head: [t("month"), t("mrr")],
        rows: mrr.map((one) => [formatDate(one.month.start, locale, "month"), money(one.mrrMinor)]),
      }}
    >
      <LineChart
        label={t("title")}
        locale={locale}
        currency={currency}
        series={[{ key: "mrr", label: t("mrr") }]}
        points={mrr.map((one) => ({
          label: formatDate(one.month.start, locale, "month_short"),
          mrr: minorToDecimal(one.mrrMinor, currency).toNumber(),
        }))}
      />
    </ChartFrame>
  );
}

function Swatch({ className, children }: { className: string; children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span aria-hidden="true" className={cn("size-2.5 rounded-[2px]", className)} />
      {children}
    </span>
  );
}
