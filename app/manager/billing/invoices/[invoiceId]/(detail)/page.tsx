import { FileText } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { cache, type ReactNode } from "react";
import { CopyNumber } from "@/app/manager/billing/_components/copy-number";
import { InvoiceVoice } from "@/app/manager/billing/_components/invoice-voice";
import { NoBilling } from "@/app/manager/billing/_components/no-billing";
import { PaymentSection } from "@/app/manager/billing/_components/payment-section";
import { billingViewer } from "@/app/manager/billing/billing-viewer";
import { InvoiceLines } from "@/components/billing/invoice-lines";
import { InvoiceParties } from "@/components/billing/invoice-parties";
import { InvoiceStatus } from "@/components/billing/invoice-status";
import { InvoiceSum } from "@/components/billing/invoice-sum";
import { PaymentTimeline } from "@/components/billing/payment-timeline";
import { TaxTable } from "@/components/billing/tax-table";
import { Columns } from "@/components/layout/columns";
import { Crumbs } from "@/components/layout/crumbs";
import { DetailList } from "@/components/layout/detail-list";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { type InvoicePage, invoicePage } from "@/lib/billing/queries/invoice-page";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { paymentBrowserConfig } from "@/lib/payments/queries/payment-browser-config";
import { clock } from "@/lib/platform/clock";

type Params = { params: Promise<{ invoiceId: string }> };

const load = cache(async (invoiceId: string) => {
  const viewer = await billingViewer();
  return viewer ? { page: await invoicePage(viewer, { invoiceId, wallClock: clock.now() }) } : null;
});

export async function generateMetadata(props: Params): Promise<Metadata> {
  const t = await getTranslations("billing.invoice");
  const loaded = await load((await props.params).invoiceId);
  return { title: loaded?.page?.invoice.number ?? t("title") };
}

/** An issued invoice: its facts, each line with its reason, the sums, and every try to pay it. */
export default async function InvoiceDetailPage(props: Params): Promise<ReactNode> {
  const loaded = await load((await props.params).invoiceId);
  if (!loaded) return <NoBilling />;
  const { page } = loaded;
  if (!page) notFound();
  const { invoice, payability } = page;
  if (invoice.number === null) redirect(`/manager/billing/checkout/${invoice.id}`);

  const t = await getTranslations("billing.invoice");
  return (
    <>
      <Crumbs items={[{ label: t("all"), href: "/manager/billing/invoices" }, { label: invoice.number }]} />
      <PageHeader
        title={<CopyNumber number={invoice.number} />}
        beside={
          <InvoiceStatus
            status={invoice.status}
            payment={page.state}
            failedAttempts={page.attempts.filter((attempt) => attempt.status === "failed").length}
            pill
          />
        }
        actions={
          <ButtonLink href={`/api/v1/invoices/${invoice.id}/pdf`} target="_blank" rel="noreferrer" prefetch={false}>
            <FileText className="size-4" aria-hidden="true" />
            {t("pdf")}
          </ButtonLink>
        }
        voice={payability === "settled" ? undefined : <InvoiceVoice page={page} />}
      />
      <Columns side="explain" className="mt-5">
        <div className="grid gap-6">
          <InvoiceParties invoice={invoice} />
          <InvoiceLines invoice={invoice} usageHref="/manager/billing/usage" />
          <div className="grid items-start gap-x-10 gap-y-6 md:grid-cols-2">
            <TaxTable invoice={invoice} />
            <InvoiceSum invoice={invoice} />
          </div>
        </div>
        <div className="grid gap-5">
          {payability === "payable" && page.state !== "processing" ? (
            <PaymentSection page={page} provider={paymentBrowserConfig()} />
          ) : null}
          <Facts page={page} />
          <Payments page={page} />
        </div>
      </Columns>
    </>
  );
}

async function Facts({ page }: { page: InvoicePage }) {
  const t = await getTranslations("billing.invoice");
  const locale = (await getLocale()) as Locale;
  const { invoice } = page;
  const date = (value: typeof invoice.issueDate) => (value ? formatDate(value, locale, "long") : "");
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="border-b border-line pb-1.5 text-lg font-semibold">
        {t("facts")}
      </h2>
      <DetailList
        items={[
          { label: t("issueDate"), value: date(invoice.issueDate) },
          { label: t("dueDate"), value: date(invoice.dueDate) },
          ...(invoice.subscriptionLabel
            ? [{ label: t("subscription"), value: invoice.subscriptionLabel[locale] }]
            : []),
          ...(invoice.isTest ? [{ label: t("test"), value: t("testNote") }] : []),
        ]}
      />
    </section>
  );
}

async function Payments({ page }: { page: InvoicePage }) {
  const t = await getTranslations("billing.attempts");
  return (
    <section aria-labelledby="payments">
      <h2 id="payments" className="mb-2 border-b border-line pb-1.5 text-lg font-semibold">
        {t("title")}
      </h2>
      {page.attempts.length === 0 ? (
        <p className="text-sm text-ink-2">{t("none")}</p>
      ) : (
        <PaymentTimeline attempts={page.attempts} timeZone={page.timeZone} label={t("title")} />
      )}
    </section>
  );
}
