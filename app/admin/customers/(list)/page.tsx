import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ListFilters } from "@/app/admin/_components/list-filters";
import { initialOf } from "@/app/admin/_components/initial";
import { choice, param } from "@/app/admin/_components/search-params";
import { ModeSwitch } from "@/app/admin/_sections/mode-switch";
import { Plate } from "@/components/brand/plate";
import { Status } from "@/components/brand/status";
import type { DataRow } from "@/components/data-table/data-column";
import { DataTable } from "@/components/data-table/data-table";
import { parseTableParams, type SearchParams } from "@/components/data-table/table-params";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { ADMIN_CUSTOMER_SORTS, type AdminCustomerRow, adminCustomers } from "@/lib/analytics/queries/admin-customers";
import { requireRole } from "@/lib/auth/queries/session";
import { SUBSCRIPTION_STATUSES } from "@/lib/billing/subscription";
import { formatDate, formatMoney } from "@/lib/core/format";
import { isId } from "@/lib/core/ids";
import type { Locale } from "@/lib/core/locale";
import { dateInZone } from "@/lib/core/time-zone";
import { deskScope } from "@/lib/organizations/queries/desk-scope";

const PATH = "/admin/customers";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.customers");
  return { title: t("title") };
}

/** Who our customers are, what they have and what they owe. */
export default async function CustomersPage(props: { searchParams: Promise<SearchParams> }) {
  const actor = await requireRole("admin");
  const searchParams = await props.searchParams;
  const scope = await deskScope(actor, param(searchParams, "mode"));
  const { query, ...params } = parseTableParams(searchParams, { sortable: ADMIN_CUSTOMER_SORTS, defaultSort: "name" });
  const filters = {
    planKey: param(searchParams, "plan"),
    status: choice(searchParams, "status", SUBSCRIPTION_STATUSES),
    testClockId: isId(param(searchParams, "clock")) ? param(searchParams, "clock") : undefined,
  };
  const list = await adminCustomers(actor, { ...params, ...filters, query, mode: scope.mode });
  const [t, statusOf, locale] = [
    await getTranslations("admin.customers"),
    await getTranslations("common.status"),
    await getLocale(),
  ];

  return (
    <>
      <PageHeader title={t("title")} beside={<ModeSwitch path={PATH} scope={scope} />} />
      <DataTable
        {...params}
        className="mt-4"
        caption={t("title")}
        searchLabel={t("search")}
        query={query}
        filtered={params.page > 1 || Object.values(filters).some((value) => value !== undefined)}
        columns={[
          { id: "name", header: t("name"), sortable: true, maxWidth: 300 },
          { id: "plan", header: t("plan"), sortable: true },
          { id: "status", header: t("status") },
          { id: "since", header: t("since"), sortable: true, narrow: "hidden" },
          ...(scope.mode === "test"
            ? [{ id: "clock", header: t("clock"), narrow: "hidden" as const, maxWidth: 160 }]
            : []),
          { id: "owed", header: t("owed"), align: "end", sortable: true, narrow: "hidden" },
          { id: "mrr", header: t("mrr"), align: "end", sortable: true, narrow: "amount" },
        ]}
        rows={list.rows.map((row) => dataRow(row, { locale, noPlan: t("noPlan"), noClock: t("noClock") }))}
        rowCount={list.rowCount}
        filters={
          <ListFilters
            path={PATH}
            searchParams={searchParams}
            filters={[
              {
                name: "plan",
                label: t("plan"),
                options: list.plans.map(({ key, name }) => ({ value: key, label: name[locale] })),
              },
              {
                name: "status",
                label: t("status"),
                options: SUBSCRIPTION_STATUSES.map((value) => ({ value, label: statusOf(value) })),
              },
              {
                name: "clock",
                label: t("clock"),
                options: list.clocks.map((clock) => ({ value: clock.id, label: clock.name })),
              },
            ]}
          />
        }
        empty={
          <EmptyState
            sentence={t(`empty.${scope.mode}`)}
            actions={
              scope.mode === "test" ? (
                <ButtonLink variant="primary" href="/admin/test-clocks#new">
                  {t("emptyAction")}
                </ButtonLink>
              ) : null
            }
          />
        }
      />
    </>
  );
}

function dataRow(row: AdminCustomerRow, words: { locale: Locale; noPlan: string; noClock: string }): DataRow {
  const { locale } = words;
  return {
    id: row.id,
    href: `${PATH}/${row.id}`,
    cells: {
      name: (
        <span className="inline-flex max-w-full items-center gap-2">
          <Plate>{initialOf(row.name)}</Plate>
          <span className="truncate">{row.name}</span>
        </span>
      ),
      plan: row.planName?.[locale] ?? words.noPlan,
      status: row.isParked ? <Status value="parked" /> : row.status ? <Status value={row.status} /> : "",
      since: row.subscribedAt ? (
        <span className="num">{formatDate(dateInZone(row.subscribedAt, row.timeZone), locale)}</span>
      ) : (
        ""
      ),
      clock: row.clock?.name ?? words.noClock,
      owed: formatMoney(row.owedMinor, row.currency, locale),
      mrr: formatMoney(row.mrrMinor, row.currency, locale),
    },
  };
}
