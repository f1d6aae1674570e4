import { FileDown } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FilterMenu } from "@/app/manager/_components/filter-menu";
import { DateFilter } from "@/app/manager/billing/_components/date-filter";
import { NoBilling } from "@/app/manager/billing/_components/no-billing";
import { PortalHeader } from "@/app/manager/billing/_components/portal-header";
import { billingViewer } from "@/app/manager/billing/billing-viewer";
import { InvoiceStatus } from "@/components/billing/invoice-status";
import { InvoiceSubject } from "@/components/billing/invoice-subject";
import { PdfLink } from "@/components/billing/pdf-link";
import type { DataColumn, DataRow } from "@/components/data-table/data-column";
import { DataTable } from "@/components/data-table/data-table";
import type { SearchParams } from "@/components/data-table/table-params";
import { ButtonLink } from "@/components/ui/button";
import { FilterChip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/states";
import { formatDate, formatMoney } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { type InvoiceRow, type InvoiceSums, LISTED_STATUSES } from "@/lib/invoicing/invoice-list";
import { invoiceListPage } from "@/lib/invoicing/queries/invoice-list-page";
import { exportHref, hrefWith, type InvoiceSearch, invoiceSearch } from "./invoice-search";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("billing.invoices");
  return { title: t("title") };
}

/** Every invoice of the organization. The total is of all that fit the filters, on whatever page they are. */
export default async function InvoicesPage(props: { searchParams: Promise<SearchParams> }): Promise<ReactNode> {
  const viewer = await billingViewer();
  if (!viewer) return <NoBilling />;

  const searchParams = await props.searchParams;
  const search = invoiceSearch(searchParams);
  const { query, status, from, to, ...params } = search;
  const list = await invoiceListPage(viewer, search);
  const [t, locale] = [await getTranslations("billing.invoices"), await getLocale()];
  const columns: DataColumn[] = [
    { id: "number", header: t("number"), sortable: true },
    { id: "issued", header: t("issued"), sortable: true },
    { id: "subject", header: t("for"), maxWidth: 260, narrow: "hidden" },
    { id: "net", header: t("net"), align: "end", narrow: "hidden" },
    { id: "vat", header: t("vat"), align: "end", narrow: "hidden" },
    { id: "total", header: t("total"), align: "end", sortable: true, narrow: "amount" },
    { id: "status", header: t("status") },
    { id: "pdf", header: t("pdf"), headerHidden: true, hideable: false, align: "end", narrow: "hidden" },
  ];

  return (
    <>
      <PortalHeader
        actions={
          list.rowCount > 0 ? (
            <ButtonLink href={exportHref(search)} prefetch={false}>
              <FileDown className="size-4" aria-hidden="true" />
              {t("export")}
            </ButtonLink>
          ) : null
        }
      />
      <DataTable
        {...params}
        className="mt-4"
        caption={t("allTitle")}
        columns={columns}
        rows={list.rows.map((row) => dataRow(row, locale))}
        rowCount={list.rowCount}
        query={query}
        filtered={[status, from, to].some((filter) => filter !== undefined)}
        searchLabel={t("search")}
        filters={<Filters searchParams={searchParams} search={search} />}
        total={totalOf(list.sums, { locale, label: t("totalOf", { count: list.rowCount }) })}
        empty={
          <EmptyState
            sentence={t("noPlan")}
            actions={
              <ButtonLink variant="primary" href="/manager/billing">
                {t("toPlan")}
              </ButtonLink>
            }
          />
        }
      />
      {list.sums.length > 1 ? (
        <p className="num mt-2 text-sm text-ink-2">
          {t("totalsByCurrency")}{" "}
          {list.sums.map((sum) => formatMoney(sum.totalMinor, sum.currency, locale)).join(" · ")}
        </p>
      ) : null}
    </>
  );
}

function dataRow(row: InvoiceRow, locale: Locale): DataRow {
  const money = (amount: InvoiceRow["totalMinor"]) => formatMoney(amount, row.currency, locale);
  return {
    id: row.id,
    href: `/manager/billing/invoices/${row.id}`,
    cells: {
      number: <span className="num">{row.number}</span>,
      issued: <span className="num">{formatDate(row.issueDate, locale)}</span>,
      subject: <InvoiceSubject row={row} />,
      net: money(row.netMinor),
      vat: money(row.taxMinor),
      total: <b>{money(row.totalMinor)}</b>,
      status: <InvoiceStatus {...row} />,
      pdf: <PdfLink invoiceId={row.id} number={row.number} />,
    },
  };
}

/** Amounts of several currencies are never summed into one. */
function totalOf(sums: readonly InvoiceSums[], words: { locale: Locale; label: string }) {
  const [sum, ...others] = sums;
  if (!sum || others.length > 0) return undefined;
  const money = (amount: InvoiceSums["totalMinor"]) => formatMoney(amount, sum.currency, words.locale);
  return { number: words.label, net: money(sum.netMinor), vat: money(sum.taxMinor), total: money(sum.totalMinor) };
}

async function Filters({ searchParams, search }: { searchParams: SearchParams; search: InvoiceSearch }) {
  const t = await getTranslations("billing.invoices.filter");
  const statusOf = await getTranslations("common.status");
  const locale = await getLocale();
  const { status, from, to } = search;
  const dates = {
    from: from ? formatDate(from, locale) : "",
    to: to ? formatDate(to, locale) : "",
  };
  return (
    <>
      {status ? (
        <FilterChip clearHref={hrefWith(searchParams, { status: undefined })} clearLabel={t("clear")}>
          <span className="text-ink-3">{t("status")}</span> {statusOf(status)}
        </FilterChip>
      ) : (
        <FilterMenu
          label={t("status")}
          options={LISTED_STATUSES.map((one) => ({
            href: hrefWith(searchParams, { status: one }),
            label: statusOf(one),
          }))}
        />
      )}
      {from || to ? (
        <FilterChip clearHref={hrefWith(searchParams, { from: undefined, to: undefined })} clearLabel={t("clear")}>
          {t(from && to ? "between" : from ? "since" : "until", dates)}
        </FilterChip>
      ) : (
        <DateFilter label={t("dates")} />
      )}
    </>
  );
}
