import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { SmallTable } from "@/app/admin/_components/small-table";
import { Status } from "@/components/brand/status";
import { SectionHeading } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/states";
import type { AdminCustomerPage } from "@/lib/analytics/queries/admin-customer-page";
import { currencyOf } from "@/lib/core/currency";
import { formatDate, formatMoney } from "@/lib/core/format";

/** The latest invoices; all of them are in the list, filtered. */
export async function CustomerInvoices({ page }: { page: AdminCustomerPage }) {
  const [t, words, locale] = [
    await getTranslations("admin.customer"),
    await getTranslations("admin.invoices"),
    await getLocale(),
  ];
  const { organization } = page;
  const all = `/admin/invoices?mode=${organization.mode}&customer=${organization.id}`;

  return (
    <section aria-labelledby="invoices">
      <SectionHeading
        id="invoices"
        aside={
          page.invoiceCount > page.invoices.length ? (
            <Link className="link" href={all}>
              {t("allInvoices", { count: page.invoiceCount })}
            </Link>
          ) : null
        }
      >
        {words("title")}
      </SectionHeading>
      {page.invoices.length === 0 ? (
        <EmptyState className="mt-2" sentence={t("noInvoices")} />
      ) : (
        <SmallTable
          className="mt-2"
          caption={words("title")}
          columns={[
            { id: "number", header: words("number") },
            { id: "issued", header: words("issued") },
            { id: "status", header: words("status") },
            { id: "total", header: words("total"), align: "end", narrow: "amount" },
          ]}
          rows={page.invoices.map((row) => ({
            id: row.id,
            cells: {
              number: (
                <Link className="num text-petrol hover:text-petrol-hover" href={`/admin/invoices/${row.id}`}>
                  {row.number ?? words("draft")}
                </Link>
              ),
              issued: row.issueDate ? <span className="num">{formatDate(row.issueDate, locale)}</span> : "",
              status: <Status value={row.status} />,
              total: formatMoney(row.totalMinor, currencyOf(row.currency), locale),
            },
          }))}
        />
      )}
    </section>
  );
}
