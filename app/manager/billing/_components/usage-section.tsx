import { useLocale, useTranslations } from "next-intl";
import { periodText } from "@/components/billing/date-words";
import { type MeteredUse, useUsageRows } from "@/components/billing/use-usage-rows";
import { UsageLegend } from "@/components/charts/usage-legend";
import { UsageMeter } from "@/components/charts/usage-meter";
import { SectionHeading } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/states";
import type { CalendarDate, Period } from "@/lib/core/calendar";
import type { Currency } from "@/lib/core/currency";
import type { Locale } from "@/lib/core/locale";

/** Use against the plan's limits, with the consequence in money. */
export function UsageSection(props: {
  uses: readonly MeteredUse[];
  period: Period;
  today: CalendarDate;
  currency: Currency;
}) {
  const t = useTranslations("billing.usage");
  const locale = useLocale() as Locale;
  const { uses, period, today, currency } = props;
  const rows = useUsageRows(uses, { today, end: period.end, currency });
  return (
    <section className="mt-4">
      <SectionHeading className="mb-1" aside={<UsageLegend />}>
        {t("title", { period: periodText(period, locale) })}
      </SectionHeading>
      {rows.length === 0 ? <EmptyState sentence={t("noLimits")} /> : <UsageMeter rows={rows} />}
    </section>
  );
}
