import { FileDown } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { AuditTimeline } from "@/app/admin/_sections/audit-timeline";
import { Attempts } from "@/app/admin/_sections/attempts";
import { InvoiceLines } from "@/app/admin/invoices/[invoiceId]/_sections/invoice-lines";
import { JournalEntries } from "@/app/admin/invoices/[invoiceId]/_sections/journal-entries";
import { loadInvoice } from "@/app/admin/invoices/[invoiceId]/load";
import { Status, StatusWords } from "@/components/brand/status";
import { Columns } from "@/components/layout/columns";
import { Crumbs } from "@/components/layout/crumbs";
import { DetailList } from "@/components/layout/detail-list";
import { PageHeader, SectionHeading } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { requireRole } from "@/lib/auth/queries/session";
import { currencyOf } from "@/lib/core/currency";
import { formatDate, formatInstant, formatMoney } from "@/lib/core/format";
import { openAmountMinor } from "@/lib/payments/attempt";
import type { AdminInvoicePage } from "@/lib/payments/queries/admin-invoice-page";

type Params = { params: Promise<{ invoiceId: string }> };

export async function generateMetadata(props: Params): Promise<Metadata> {
  const [t, page] = [
    await getTranslations("admin.invoices"),
    await loadInvoice(await requireRole("admin"), (await props.params).invoiceId),
  ];
  return { title: page.invoice.number ?? t("draft") };
}

/** One invoice, down to what was posted for it. Everything is as it was stored when it was issued. */
export default async function InvoicePage(props: Params) {
  const page = await loadInvoice(await requireRole("admin"), (await props.params).invoiceId);
  const [t, locale] = [await getTranslations("admin.invoice"), await getLocale()];
  const { invoice, organization } = page;
  const title = invoice.number ?? t("draft");

  return (
    <>
      <Crumbs items={[{ label: title }]} />
      <PageHeader
        title={<span className="num">{title}</span>}
        beside={
          <>
            <Status value={invoice.status} pill />
            {invoice.isTest ? (
              <StatusWords glyph="dashed" tone="warn" pill>
                {t("test")}
              </StatusWords>
            ) : null}
          </>
        }
        meta={t("meta", {
          customer: organization.name,
          total: formatMoney(invoice.totalMinor, currencyOf(invoice.currency), locale),
        })}
        actions={
          invoice.number === null ? null : (
            <ButtonLink href={`/api/v1/invoices/${invoice.id}/pdf`} prefetch={false} target="_blank">
              <FileDown className="size-4" aria-hidden="true" />
              {t("pdf")}
            </ButtonLink>
          )
        }
      />
      <Columns side="explain" className="mt-5">
        <div className="grid gap-8 *:min-w-0">
          <InvoiceLines page={page} />
          <section aria-labelledby="attempts">
            <SectionHeading id="attempts">{t("attempts")}</SectionHeading>
            <Attempts attempts={page.attempts} timeZone={organization.timeZone} />
          </section>
          <JournalEntries page={page} />
        </div>
        <div className="grid gap-7">
          <Facts page={page} />
          <section aria-labelledby="history">
            <SectionHeading id="history" className="mb-3">
              {t("history")}
            </SectionHeading>
            <AuditTimeline events={page.events} label={t("history")} timeZone={organization.timeZone} />
          </section>
        </div>
      </Columns>
    </>
  );
}

async function Facts({ page }: { page: AdminInvoicePage }) {
  const [t, locale] = [await getTranslations("admin.invoice"), await getLocale()];
  const { invoice, organization } = page;
  const currency = currencyOf(invoice.currency);
  const { customer } = invoice;
  const owed = invoice.status === "open" || invoice.status === "uncollectible" ? openAmountMinor(invoice) : null;

  return (
    <section aria-labelledby="facts">
      <SectionHeading id="facts">{t("facts")}</SectionHeading>
      <DetailList
        className="mt-1.5"
        items={[
          {
            label: t("customer"),
            value: (
              <Link className="link" href={`/admin/customers/${organization.id}`}>
                {organization.name}
              </Link>
            ),
          },
          { label: t("billedTo"), value: customer.vatId ? `${customer.name}, ${customer.vatId}` : customer.name },
          { label: t("kind"), value: t(`kinds.${invoice.kind}`) },
          { label: t("issued"), value: invoice.issueDate ? formatDate(invoice.issueDate, locale) : t("notIssued") },
          ...(invoice.dueDate ? [{ label: t("due"), value: formatDate(invoice.dueDate, locale) }] : []),
          ...(invoice.paidAt
            ? [{ label: t("paid"), value: formatInstant(invoice.paidAt, organization.timeZone, locale) }]
            : []),
          ...(owed === null ? [] : [{ label: t("owed"), value: <b>{formatMoney(owed, currency, locale)}</b> }]),
          { label: t("seller"), value: `${invoice.seller.name}, ${invoice.seller.vatId ?? ""}` },
          { label: t("id"), value: <code className="num text-xs break-all">{invoice.id}</code> },
        ]}
      />
    </section>
  );
}
