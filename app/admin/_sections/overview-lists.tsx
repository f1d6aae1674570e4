import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { SmallTable } from "@/app/admin/_components/small-table";
import { SectionHeading } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/states";
import { Cell, HeadCell, Table, TotalRow } from "@/components/ui/table";
import type { AdminOverview } from "@/lib/analytics/queries/admin-overview";
import { formatDate, formatMoney } from "@/lib/core/format";
import type { OrganizationMode } from "@/lib/organizations/organization";

type Props = { overview: AdminOverview; mode: OrganizationMode };

/** Who brings the recurring revenue, and who has owed the longest. */
export function OverviewLists(props: Props) {
  return (
    <div className="mt-9 grid gap-x-9 gap-y-8 lg:grid-cols-2 *:min-w-0">
      <Plans {...props} />
      <OldestOpen {...props} />
    </div>
  );
}

async function Plans({ overview, mode }: Props) {
  const [t, locale] = [await getTranslations("admin.overview.plans"), await getLocale()];
  const { currency } = overview;
  return (
    <section aria-labelledby="plans">
      <SectionHeading id="plans" className="mb-2">
        {t("title")}
      </SectionHeading>
      <Table>
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr>
            <HeadCell>{t("plan")}</HeadCell>
            <HeadCell align="end">{t("customers")}</HeadCell>
            <HeadCell align="end">{t("mrr")}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {overview.plans.map((plan) => (
            <tr key={plan.key}>
              <Cell>
                <Link
                  className="text-petrol hover:text-petrol-hover"
                  href={`/admin/subscriptions?mode=${mode}&plan=${plan.key}`}
                >
                  {plan.name[locale]}
                </Link>
              </Cell>
              <Cell align="end">{plan.customers}</Cell>
              <Cell align="end">{formatMoney(plan.mrrMinor, currency, locale)}</Cell>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <TotalRow>
            <Cell>{t("all")}</Cell>
            <Cell align="end">{overview.payingCustomers}</Cell>
            <Cell align="end">{formatMoney(overview.mrrMinor, currency, locale)}</Cell>
          </TotalRow>
        </tfoot>
      </Table>
    </section>
  );
}

async function OldestOpen({ overview, mode }: Props) {
  const [t, locale] = [await getTranslations("admin.overview.oldest"), await getLocale()];
  return (
    <section aria-labelledby="oldest">
      <SectionHeading
        id="oldest"
        className="mb-2"
        aside={
          overview.open.count > overview.oldestOpen.length ? (
            <Link className="link" href={`/admin/invoices?mode=${mode}&status=open&sort=due`}>
              {t("all", { count: overview.open.count })}
            </Link>
          ) : null
        }
      >
        {t("title")}
      </SectionHeading>
      {overview.oldestOpen.length === 0 ? (
        <EmptyState sentence={t("empty")} />
      ) : (
        <SmallTable
          caption={t("title")}
          columns={[
            { id: "number", header: t("number") },
            { id: "customer", header: t("customer") },
            { id: "due", header: t("due") },
            { id: "owed", header: t("owed"), align: "end", narrow: "amount" },
          ]}
          rows={overview.oldestOpen.map((row) => ({
            id: row.id,
            cells: {
              number: (
                <Link className="num text-petrol hover:text-petrol-hover" href={`/admin/invoices/${row.id}`}>
                  {row.number}
                </Link>
              ),
              customer: row.organizationName,
              due: row.dueDate ? <span className="num">{formatDate(row.dueDate, locale)}</span> : "",
              owed: formatMoney(row.owedMinor, overview.currency, locale),
            },
          }))}
        />
      )}
    </section>
  );
}
