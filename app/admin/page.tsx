import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ModeSwitch } from "@/app/admin/_sections/mode-switch";
import { OverviewLists } from "@/app/admin/_sections/overview-lists";
import { OverviewCharts } from "@/app/admin/_sections/overview-charts";
import { hrefWith, param } from "@/app/admin/_components/search-params";
import type { SearchParams } from "@/components/data-table/table-params";
import { KeyFigures } from "@/components/layout/key-figures";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { SegmentedLinks } from "@/components/ui/segmented";
import { EmptyState } from "@/components/ui/states";
import { type AdminOverview, adminOverview } from "@/lib/analytics/queries/admin-overview";
import { requireRole } from "@/lib/auth/queries/session";
import { lastDay } from "@/lib/core/calendar";
import { formatDate, formatMoney } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { type AmountMinor, subtractMinor } from "@/lib/core/money";
import { deskScope } from "@/lib/organizations/queries/desk-scope";
import { clock } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.overview");
  return { title: t("title") };
}

/** The business in one page: what recurs, what was invoiced, what is owed. Every figure is of its rows, at this moment. */
export default async function OverviewPage(props: { searchParams: Promise<SearchParams> }) {
  const actor = await requireRole("admin");
  const searchParams = await props.searchParams;
  const scope = await deskScope(actor, param(searchParams, "mode"));
  const [t, locale, overview] = [
    await getTranslations("admin.overview"),
    await getLocale(),
    await adminOverview(actor, { scope, currency: param(searchParams, "currency"), now: clock.now() }),
  ];
  const money = (amount: AmountMinor) => formatMoney(amount, overview.currency, locale);
  const month = formatDate(overview.today, locale, "month");
  const hrefTo = (path: string, query: string) => `${path}?mode=${scope.mode}&${query}`;
  const isEmpty = overview.mrr.every((one) => one.mrrMinor === 0) && overview.invoiced.every((m) => m.netMinor === 0);

  return (
    <>
      <PageHeader
        title={t("title")}
        beside={<ModeSwitch path="/admin" scope={scope} />}
        actions={<CurrencySwitch overview={overview} searchParams={searchParams} label={t("currency")} />}
        voice={isEmpty ? undefined : await finding(overview, locale)}
      />
      {isEmpty ? (
        <EmptyState
          className="mt-4"
          sentence={t(`empty.${scope.mode}`)}
          actions={
            <ButtonLink variant="primary" href={scope.mode === "live" ? "/admin?mode=test" : "/admin/test-clocks#new"}>
              {t(`emptyAction.${scope.mode}`)}
            </ButtonLink>
          }
        />
      ) : null}
      <KeyFigures
        className="mt-4"
        figures={[
          { label: t("mrr"), value: money(overview.mrrMinor), change: mrrChange(overview, locale) },
          { label: t("arr"), value: money(overview.arrMinor) },
          { label: t("paying"), value: String(overview.payingCustomers) },
          { label: t("arpa"), value: money(overview.arpaMinor) },
        ]}
      />
      <KeyFigures
        className="border-t-0"
        figures={[
          {
            label: t("open"),
            value: money(overview.open.amountMinor),
            change: (
              <a className="link" href={hrefTo("/admin/invoices", "status=open")}>
                {t("openCount", { count: overview.open.count })}
              </a>
            ),
          },
          {
            label: t("failed", { month }),
            value: String(overview.failed.count),
            change: money(overview.failed.amountMinor),
          },
          {
            label: t("issued", { month }),
            value: String(overview.issued.count),
            change: t("net", { amount: money(overview.issued.amountMinor) }),
          },
        ]}
      />
      {isEmpty ? null : (
        <>
          <OverviewCharts overview={overview} />
          <OverviewLists overview={overview} mode={scope.mode} />
        </>
      )}
    </>
  );
}

/** What changed since the end of last month, signed. */
function mrrChange(overview: AdminOverview, locale: Locale): string | undefined {
  const [before, now] = overview.mrr.slice(-2);
  if (!before || !now || before.mrrMinor === now.mrrMinor) return undefined;
  const change = subtractMinor(now.mrrMinor, before.mrrMinor);
  return `${change > 0 ? "+" : ""}${formatMoney(change, overview.currency, locale)}`;
}

async function finding(overview: AdminOverview, locale: Locale): Promise<ReactNode> {
  const t = await getTranslations("admin.overview");
  const [before, now] = overview.mrr.slice(-2);
  const change = before && now ? subtractMinor(now.mrrMinor, before.mrrMinor) : null;
  const money = (amount: AmountMinor) => formatMoney(amount, overview.currency, locale);
  return t.rich("finding", {
    b: (chunks) => <b>{chunks}</b>,
    mrr: money(overview.mrrMinor),
    customers: overview.payingCustomers,
    direction: change === null || change === 0 ? "same" : change > 0 ? "up" : "down",
    change: money(Math.abs(change ?? 0) as AmountMinor),
    day: before ? formatDate(lastDay(before.month), locale, "day_month") : "",
    open: overview.open.count,
    owed: money(overview.open.amountMinor),
  });
}

function CurrencySwitch(props: { overview: AdminOverview; searchParams: SearchParams; label: string }) {
  const { overview } = props;
  if (overview.currencies.length < 2) return null;
  return (
    <SegmentedLinks
      aria-label={props.label}
      items={overview.currencies.map((currency) => ({
        href: hrefWith("/admin", props.searchParams, { currency }),
        label: currency,
        current: currency === overview.currency,
      }))}
    />
  );
}
