import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ListFilters } from "@/app/admin/_components/list-filters";
import { ModeSwitch } from "@/app/admin/_sections/mode-switch";
import { monthOptions, monthParam } from "@/app/admin/_components/months";
import { choice, param } from "@/app/admin/_components/search-params";
import { Status } from "@/components/brand/status";
import { DataTable } from "@/components/data-table/data-table";
import type { DataColumn, DataRow } from "@/components/data-table/data-column";
import { parseTableParams, type SearchParams } from "@/components/data-table/table-params";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/states";
import { requireRole } from "@/lib/auth/queries/session";
import { formatDate, formatMoney } from "@/lib/core/format";
import { isId } from "@/lib/core/ids";
import type { Locale } from "@/lib/core/locale";
import { dateInZone } from "@/lib/core/time-zone";
import { INVOICE_STATUSES } from "@/lib/invoicing/invoice";
import { ADMIN_INVOICE_SORTS, type AdminInvoiceRow, adminInvoices } from "@/lib/invoicing/queries/admin-invoices";
import { deskScope } from "@/lib/organizations/queries/desk-scope";
import { clock } from "@/lib/platform/clock";

const PATH = "/admin/invoices";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.invoices");
  return { title: t("title") };
}

/** Every invoice of every customer. The totals are of all pages, and of what is filtered. */
export default async function InvoicesPage(props: { searchParams: Promise<SearchParams> }) {
  const actor = await requireRole("admin");
  const searchParams = await props.searchParams;
  const scope = await deskScope(actor, param(searchParams, "mode"));
  const { query, ...params } = parseTableParams(searchParams, {
    sortable: ADMIN_INVOICE_SORTS,
    defaultSort: "-issued",
  });
  const status = choice(searchParams, "status", INVOICE_STATUSES);
  const issuedIn = monthParam(param(searchParams, "month"));
  const customer = param(searchParams, "customer");
  const organizationId = isId(customer) ? customer : undefined;
  const list = await adminInvoices(actor, { ...params, query, mode: scope.mode, status, issuedIn, organizationId });

  const [t, statusOf, locale] = [
    await getTranslations("admin.invoices"),
    await getTranslations("common.status"),
    await getLocale(),
  ];
  const columns: DataColumn[] = [
    { id: "number", header: t("number"), sortable: true },
    { id: "customer", header: t("customer"), sortable: true, maxWidth: 280 },
    { id: "status", header: t("status") },
    { id: "issued", header: t("issued"), sortable: true },
    { id: "due", header: t("due"), sortable: true, narrow: "hidden" },
    { id: "owed", header: t("owed"), align: "end", sortable: true, narrow: "hidden" },
    { id: "total", header: t("total"), align: "end", sortable: true, narrow: "amount" },
  ];
  const [total] = list.totals;

  return (
    <>
      <PageHeader title={t("title")} beside={<ModeSwitch path={PATH} scope={scope} />} />
      <DataTable
        {...params}
        className="mt-4"
        caption={t("title")}
        columns={columns}
        rows={list.rows.map((row) => dataRow(row, { locale, draft: t("draft"), failed: t("lastTryFailed") }))}
        rowCount={list.rowCount}
        query={query}
        filtered={params.page > 1 || [status, issuedIn, organizationId].some((filter) => filter !== undefined)}
        searchLabel={t("search")}
        filters={
          <ListFilters
            path={PATH}
            searchParams={searchParams}
            filters={[
              {
                name: "status",
                label: t("status"),
                options: INVOICE_STATUSES.map((value) => ({ value, label: statusOf(value) })),
              },
              {
                name: "month",
                label: t("month"),
                options: monthOptions(dateInZone(clock.now(), scope.timeZone), locale),
              },
              {
                name: "customer",
                label: t("customer"),
                options: organizationId
                  ? [{ value: organizationId, label: list.rows[0]?.organizationName ?? t("oneCustomer") }]
                  : [],
              },
            ]}
          />
        }
        total={
          total && list.totals.length === 1
            ? {
                number: t("totalOf", { count: list.rowCount }),
                owed: formatMoney(total.owedMinor, total.currency, locale),
                total: formatMoney(total.totalMinor, total.currency, locale),
              }
            : undefined
        }
        empty={<EmptyState sentence={t(`empty.${scope.mode}`)} />}
      />
      {list.totals.length > 1 ? (
        <p className="num mt-2 text-sm text-ink-2">
          {t("totalsByCurrency")}{" "}
          {list.totals.map((one) => formatMoney(one.totalMinor, one.currency, locale)).join(" · ")}
        </p>
      ) : null}
    </>
  );
}

function dataRow(row: AdminInvoiceRow, words: { locale: Locale; draft: string; failed: string }): DataRow {
  const { locale } = words;
  return {
    id: row.id,
    href: `${PATH}/${row.id}`,
    cells: {
      number: <span className="num">{row.number ?? words.draft}</span>,
      customer: row.organizationName,
      status: row.lastTryFailed ? <Status value="failed">{words.failed}</Status> : <Status value={row.status} />,
      issued: row.issueDate ? <span className="num">{formatDate(row.issueDate, locale)}</span> : "",
      due: row.dueDate ? <span className="num">{formatDate(row.dueDate, locale)}</span> : "",
      owed: formatMoney(row.owedMinor, row.currency, locale),
      total: formatMoney(row.totalMinor, row.currency, locale),
    },
  };
}
