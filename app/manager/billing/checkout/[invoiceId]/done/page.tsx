import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { NoBilling } from "@/app/manager/billing/_components/no-billing";
import { billingViewer } from "@/app/manager/billing/billing-viewer";
import { Crumbs } from "@/components/layout/crumbs";
import { DetailList } from "@/components/layout/detail-list";
import { PageHeader } from "@/components/layout/page-header";
import { Status } from "@/components/brand/status";
import { ButtonLink } from "@/components/ui/button";
import { type InvoicePage, invoicePage } from "@/lib/billing/queries/invoice-page";
import { formatInstant, formatMoney } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { paymentMethodLabel } from "@/lib/invoicing/payment-method-label";
import { clock } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("billing.done");
  return { title: t("title") };
}

/** After a payment: that it arrived, with its number, or that the bank has not answered yet. */
export default async function DonePage(props: { params: Promise<{ invoiceId: string }> }): Promise<ReactNode> {
  const viewer = await billingViewer();
  if (!viewer) return <NoBilling />;

  const { invoiceId } = await props.params;
  const page = await invoicePage(viewer, { invoiceId, wallClock: clock.now() });
  if (!page) notFound();
  const { invoice, state } = page;
  const isPaid = invoice.status === "paid";
  if (!isPaid && state !== "processing") {
    redirect(
      invoice.status === "draft" ? `/manager/billing/checkout/${invoiceId}` : `/manager/billing/invoices/${invoiceId}`,
    );
  }

  const t = await getTranslations("billing.done");
  const locale = (await getLocale()) as Locale;
  const plan = page.startsPlan?.[locale] ?? null;
  const amount = formatMoney(isPaid ? invoice.paidMinor : invoice.dueMinor, invoice.currency, locale);
  return (
    <div className="max-w-[640px]">
      <Crumbs items={[{ label: t("title") }]} />
      <PageHeader
        title={isPaid ? t("title") : t("waitingTitle")}
        beside={<Status value={isPaid ? "paid" : "processing"} pill />}
        voice={
          isPaid ? (plan === null ? t("paid", { amount }) : t("started", { plan, amount })) : t("waiting", { amount })
        }
      />
      <DetailList className="mt-4 border-t border-line" items={await facts(page, locale)} />
      <div className="mt-5 flex flex-wrap gap-2">
        <ButtonLink variant="primary" href="/manager/billing">
          {t("toOverview")}
        </ButtonLink>
        {isPaid ? (
          <ButtonLink href={`/manager/billing/invoices/${invoice.id}`}>{t("toInvoice")}</ButtonLink>
        ) : (
          <ButtonLink href={`/manager/billing/checkout/${invoice.id}/done`}>{t("again")}</ButtonLink>
        )}
      </div>
    </div>
  );
}

async function facts({ invoice, attempts, timeZone }: InvoicePage, locale: Locale) {
  const t = await getTranslations("billing.done");
  const paid = attempts.findLast((attempt) => attempt.status === "succeeded");
  return [
    { label: t("amount"), value: formatMoney(invoice.totalMinor, invoice.currency, locale) },
    ...(invoice.number ? [{ label: t("number"), value: <span className="num">{invoice.number}</span> }] : []),
    ...(paid?.method ? [{ label: t("method"), value: paymentMethodLabel(paid.method) }] : []),
    ...(invoice.paidAt ? [{ label: t("at"), value: formatInstant(invoice.paidAt, timeZone, locale) }] : []),
  ];
}
