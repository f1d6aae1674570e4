import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ListFilters } from "@/app/admin/_components/list-filters";
import { choice, hrefWith, param } from "@/app/admin/_components/search-params";
import { ModeSwitch } from "@/app/admin/_sections/mode-switch";
import { LitBell } from "@/components/brand/lit-bell";
import { Status } from "@/components/brand/status";
import type { DataRow } from "@/components/data-table/data-column";
import { DataTable } from "@/components/data-table/data-table";
import { parseTableParams, type SearchParams } from "@/components/data-table/table-params";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import {
  ADMIN_SUBSCRIPTION_SORTS,
  type AdminSubscriptionRow,
  adminSubscriptions,
} from "@/lib/analytics/queries/admin-subscriptions";
import { requireRole } from "@/lib/auth/queries/session";
import { SUBSCRIPTION_STATUSES } from "@/lib/billing/subscription";
import { addDays } from "@/lib/core/calendar";
import { isDecimalZero } from "@/lib/core/decimal";
import { formatDate, formatMoney, formatUnitPrice } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { dateInZone } from "@/lib/core/time-zone";
import { deskScope } from "@/lib/organizations/queries/desk-scope";

const PATH = "/admin/subscriptions";
const SHOWN_STATUSES = ["parked", ...SUBSCRIPTION_STATUSES] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.subscriptions");
  return { title: t("title") };
}

/** Every subscription there is and was; those the engine has set aside say why. */
export default async function SubscriptionsPage(props: { searchParams: Promise<SearchParams> }) {
  const actor = await requireRole("admin");
  const searchParams = await props.searchParams;
  const scope = await deskScope(actor, param(searchParams, "mode"));
  const { query, ...params } = parseTableParams(searchParams, {
    sortable: ADMIN_SUBSCRIPTION_SORTS,
    defaultSort: "-started",
  });
  const filters = {
    status: choice(searchParams, "status", SHOWN_STATUSES),
    planKey: param(searchParams, "plan"),
  };
  const list = await adminSubscriptions(actor, { ...params, ...filters, query, mode: scope.mode });
  const [t, statusOf, locale] = [
    await getTranslations("admin.subscriptions"),
    await getTranslations("common.status"),
    await getLocale(),
  ];

  return (
    <>
      <PageHeader title={t("title")} beside={<ModeSwitch path={PATH} scope={scope} />} />
      {list.parkedCount > 0 && filters.status !== "parked" ? (
        <p className="mt-4 flex flex-wrap items-center gap-2.5 rounded-md bg-brass-soft px-3.5 py-2.5">
          <LitBell />
          {t("parkedNotice", { count: list.parkedCount })}
          <ButtonLink size="sm" href={hrefWith(PATH, { mode: scope.mode }, { status: "parked" })}>
            {t("parkedShow")}
          </ButtonLink>
        </p>
      ) : null}
      <DataTable
        {...params}
        className="mt-4"
        caption={t("title")}
        searchLabel={t("search")}
        query={query}
        filtered={params.page > 1 || filters.status !== undefined || filters.planKey !== undefined}
        columns={[
          { id: "customer", header: t("customer"), sortable: true, maxWidth: 260 },
          { id: "plan", header: t("plan"), sortable: true },
          { id: "price", header: t("price"), narrow: "hidden" },
          { id: "status", header: t("status") },
          { id: "started", header: t("started"), sortable: true, narrow: "hidden" },
          { id: "next", header: t("next"), sortable: true, narrow: "hidden" },
          { id: "note", header: t("note"), maxWidth: 260 },
          { id: "mrr", header: t("mrr"), align: "end", sortable: true, narrow: "amount" },
        ]}
        rows={await Promise.all(list.rows.map((row) => dataRow(row, locale)))}
        rowCount={list.rowCount}
        filters={
          <ListFilters
            path={PATH}
            searchParams={searchParams}
            filters={[
              {
                name: "status",
                label: t("status"),
                options: SHOWN_STATUSES.map((value) => ({ value, label: statusOf(value) })),
              },
              {
                name: "plan",
                label: t("plan"),
                options: list.plans.map(({ key, name }) => ({ value: key, label: name[locale] })),
              },
            ]}
          />
        }
        empty={<EmptyState sentence={t(`empty.${scope.mode}`)} />}
      />
    </>
  );
}

async function dataRow(row: AdminSubscriptionRow, locale: Locale): Promise<DataRow> {
  const t = await getTranslations("admin.subscriptions");
  const day = (instant: Date) => formatDate(dateInZone(instant, row.timeZone), locale);
  return {
    id: row.id,
    href: `/admin/customers/${row.organizationId}`,
    cells: {
      customer: row.organizationName,
      plan: t("planVersion", { plan: row.planName[locale], version: row.planVersion }),
      price:
        row.unitAmount && !isDecimalZero(row.unitAmount)
          ? t("pricePer", { price: formatUnitPrice(row.unitAmount, row.currency, locale), interval: row.interval })
          : t("free"),
      status: row.parked ? <Status value="parked" /> : <Status value={row.status} />,
      started: <span className="num">{day(row.startedAt)}</span>,
      next: row.nextBoundaryAt ? <span className="num">{day(row.nextBoundaryAt)}</span> : "",
      note: <Note row={row} day={day} locale={locale} />,
      mrr: formatMoney(row.mrrMinor, row.currency, locale),
    },
  };
}

/** What is out of the ordinary: the reason it was set aside, an announced end, a running trial. */
async function Note(props: { row: AdminSubscriptionRow; day: (instant: Date) => string; locale: Locale }) {
  const { row, day, locale } = props;
  const t = await getTranslations("admin.subscriptions");
  if (row.parked)
    return (
      <span title={row.parked.reason}>{t("parked", { date: day(row.parked.at), reason: row.parked.reason })}</span>
    );
  if (row.cancelAtPeriodEnd && row.status !== "canceled" && row.nextBoundaryAt) {
    const last = formatDate(addDays(dateInZone(row.nextBoundaryAt, row.timeZone), -1), locale);
    return t("cancels", { date: last });
  }
  if (row.status === "trialing" && row.trialEnd) {
    return t("trialUntil", { date: formatDate(addDays(row.trialEnd, -1), locale) });
  }
  return null;
}
