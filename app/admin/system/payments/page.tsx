import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ageOf } from "@/app/admin/_components/age";
import { ListFilters } from "@/app/admin/_components/list-filters";
import { choice } from "@/app/admin/_components/search-params";
import { SystemHeader } from "@/app/admin/_sections/system-header";
import { Status } from "@/components/brand/status";
import { DataTable } from "@/components/data-table/data-table";
import { parseTableParams, type SearchParams } from "@/components/data-table/table-params";
import { Crumbs } from "@/components/layout/crumbs";
import { EmptyState } from "@/components/ui/states";
import { requireRole } from "@/lib/auth/queries/session";
import { formatInstant, formatMoney } from "@/lib/core/format";
import { OPEN_ATTEMPT_STATUSES } from "@/lib/payments/payment";
import { adminOpenAttempts } from "@/lib/payments/queries/admin-open-attempts";
import { clock } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.system.payments");
  return { title: t("title") };
}

/** Payments whose outcome is still to come. Each blocks any other try for its invoice until the provider has been asked. */
export default async function OpenPaymentsPage(props: { searchParams: Promise<SearchParams> }) {
  const actor = await requireRole("admin");
  const searchParams = await props.searchParams;
  const params = parseTableParams(searchParams, { sortable: [] });
  const status = choice(searchParams, "status", OPEN_ATTEMPT_STATUSES);
  const list = await adminOpenAttempts(actor, { ...params, status });
  const [t, ago, statusOf, locale] = [
    await getTranslations("admin.system.payments"),
    await getTranslations("admin.system"),
    await getTranslations("common.status"),
    await getLocale(),
  ];
  const now = clock.now();

  return (
    <>
      <Crumbs items={[{ label: t("title") }]} />
      <SystemHeader voice={t("voice", { count: list.rowCount })} />
      <DataTable
        {...params}
        className="mt-6"
        caption={t("title")}
        filtered={params.page > 1 || status !== undefined}
        columns={[
          { id: "invoice", header: t("invoice") },
          { id: "customer", header: t("customer"), maxWidth: 240 },
          { id: "status", header: t("status") },
          { id: "begun", header: t("begun"), narrow: "hidden" },
          { id: "waits", header: t("waits"), align: "end" },
          { id: "intent", header: t("intent"), maxWidth: 240, narrow: "hidden" },
          { id: "amount", header: t("amount"), align: "end", narrow: "amount" },
        ]}
        rows={list.rows.map((row) => ({
          id: row.id,
          href: `/admin/invoices/${row.invoiceId}`,
          cells: {
            invoice: <span className="num">{row.invoiceNumber ?? t("draft")}</span>,
            customer: row.organizationName,
            status: <Status value={row.status} />,
            begun: <span className="num">{formatInstant(row.startedAt, row.timeZone, locale)}</span>,
            waits: ago("ago", ageOf(row.createdAt, now)),
            intent: <code className="text-xs">{row.providerPaymentIntentId ?? t("noIntent")}</code>,
            amount: formatMoney(row.amountMinor, row.currency, locale),
          },
        }))}
        rowCount={list.rowCount}
        filters={
          <ListFilters
            path="/admin/system/payments"
            searchParams={searchParams}
            filters={[
              {
                name: "status",
                label: t("status"),
                options: OPEN_ATTEMPT_STATUSES.map((value) => ({ value, label: statusOf(value) })),
              },
            ]}
          />
        }
        empty={<EmptyState sentence={t("empty")} />}
      />
    </>
  );
}
