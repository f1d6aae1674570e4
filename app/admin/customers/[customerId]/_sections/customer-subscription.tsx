import { getLocale, getTranslations } from "next-intl/server";
import { Glyph } from "@/components/brand/glyph";
import { KeyFigures } from "@/components/layout/key-figures";
import { SectionHeading } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/states";
import type { AdminCustomerPage } from "@/lib/analytics/queries/admin-customer-page";
import { addDays, lastDay } from "@/lib/core/calendar";
import { currencyOf } from "@/lib/core/currency";
import { formatDate, formatInstant, formatMoney, formatUnitPrice } from "@/lib/core/format";
import { ZERO_MINOR } from "@/lib/core/money";

/** What they have now, and what they had before. */
export async function CustomerSubscription({ page }: { page: AdminCustomerPage }) {
  const [t, words, locale] = [
    await getTranslations("admin.customer"),
    await getTranslations("admin.subscriptions"),
    await getLocale(),
  ];
  const [current, ...earlier] = page.subscriptions;
  if (!current) {
    return (
      <section aria-labelledby="subscription">
        <SectionHeading id="subscription">{t("subscription")}</SectionHeading>
        <EmptyState className="mt-2" sentence={t("noSubscription")} />
      </section>
    );
  }

  const { held } = current;
  const currency = currencyOf(held.currency);
  const credit = page.accounts.find((account) => account.currency === held.currency)?.creditBalanceMinor ?? ZERO_MINOR;
  const period =
    current.periodStart && current.periodEnd
      ? t("period", {
          from: formatDate(current.periodStart, locale, "day_month_short"),
          to: formatDate(lastDay({ start: current.periodStart, end: current.periodEnd }), locale),
        })
      : t("noPeriod");

  return (
    <section aria-labelledby="subscription">
      <SectionHeading id="subscription" className="mb-2">
        {words("planVersion", { plan: current.planName[locale], version: current.planVersion })}
      </SectionHeading>
      <KeyFigures
        figures={[
          {
            label: t("price"),
            value: current.unitAmount
              ? words("pricePer", {
                  price: formatUnitPrice(current.unitAmount, currency, locale),
                  interval: held.interval,
                })
              : words("free"),
          },
          { label: t("currentPeriod"), value: period },
          {
            label: t("nextBoundary"),
            value: held.nextBoundaryAt ? formatInstant(held.nextBoundaryAt, held.timeZone, locale) : t("none"),
          },
          { label: t("credit"), value: formatMoney(credit, currency, locale) },
        ]}
      />
      {held.parkedAt ? (
        <div className="mt-3 rounded-md bg-brass-soft px-3.5 py-2.5 text-brass-ink [--glyph-ground:var(--brass-soft)]">
          <p className="flex items-center gap-2 font-mid">
            <Glyph shape="triangle" />
            {t("parked", { moment: formatInstant(held.parkedAt, held.timeZone, locale) })}
          </p>
          <p className="mt-1 break-words">{held.parkedReason}</p>
        </div>
      ) : null}
      {held.cancelAtPeriodEnd && held.canceledAt === null && current.periodEnd ? (
        <p className="mt-2 text-sm text-ink-2">
          {words("cancels", { date: formatDate(addDays(current.periodEnd, -1), locale) })}
          {held.cancelComment ? `: ${held.cancelComment}` : null}
        </p>
      ) : null}
      {earlier.length > 0 ? <p className="mt-2 text-sm text-ink-3">{t("earlier", { count: earlier.length })}</p> : null}
    </section>
  );
}
