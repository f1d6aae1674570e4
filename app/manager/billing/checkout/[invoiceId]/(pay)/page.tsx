import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { NoBilling } from "@/app/manager/billing/_components/no-billing";
import { PaymentSection } from "@/app/manager/billing/_components/payment-section";
import { billingViewer } from "@/app/manager/billing/billing-viewer";
import { periodText } from "@/components/billing/date-words";
import { Explain } from "@/components/billing/explain/explain";
import { ExplainedAmount } from "@/components/billing/explain/show-why";
import { InvoiceSum } from "@/components/billing/invoice-sum";
import { Columns } from "@/components/layout/columns";
import { Crumbs } from "@/components/layout/crumbs";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { invoicePage } from "@/lib/billing/queries/invoice-page";
import { formatMoney } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { InvoiceView } from "@/lib/invoicing/invoice-view";
import { paymentBrowserConfig } from "@/lib/payments/queries/payment-browser-config";
import { clock } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("billing.checkout");
  return { title: t("title") };
}

/** The first payment of a plan: what is paid for, line by line, and the card. Once it is paid, the outcome is the page. */
export default async function CheckoutPage(props: { params: Promise<{ invoiceId: string }> }): Promise<ReactNode> {
  const viewer = await billingViewer();
  if (!viewer) return <NoBilling />;

  const { invoiceId } = await props.params;
  const page = await invoicePage(viewer, { invoiceId, wallClock: clock.now() });
  if (!page) notFound();
  const { invoice, payability } = page;
  if (invoice.status !== "draft") redirect(`/manager/billing/checkout/${invoice.id}/done`);

  const t = await getTranslations("billing.checkout");
  const locale = (await getLocale()) as Locale;
  const amount = formatMoney(invoice.dueMinor, invoice.currency, locale);
  const plan = planOf(invoice, locale);
  return (
    <>
      <Crumbs items={[{ label: t("title") }]} />
      <PageHeader
        title={t("title")}
        voice={payability === "payable" ? t("voice", { plan, amount }) : undefined}
        actions={<ButtonLink href="/manager/billing/plans">{t("otherPlan")}</ButtonLink>}
      />
      {payability === "payable" ? (
        <Columns side="explain" className="mt-5">
          <Order invoice={invoice} />
          <PaymentSection page={page} provider={paymentBrowserConfig()} />
        </Columns>
      ) : (
        <EmptyState
          className="mt-5"
          sentence={t("lapsed")}
          actions={
            <ButtonLink variant="primary" href="/manager/billing">
              {t("chooseAgain")}
            </ButtonLink>
          }
        />
      )}
    </>
  );
}

function planOf(invoice: InvoiceView, locale: Locale): string {
  const [line] = invoice.lines;
  return line?.explanation.kind === "recurring" ? line.explanation.planName[locale] : (line?.description[locale] ?? "");
}

async function Order({ invoice }: { invoice: InvoiceView }) {
  const t = await getTranslations("billing.checkout");
  const locale = (await getLocale()) as Locale;
  return (
    <section aria-labelledby="order">
      <h2 id="order" className="border-b border-line pb-2 text-lg font-semibold">
        {t("order")}
      </h2>
      {invoice.lines.map((line) => (
        <ExplainedAmount
          key={line.id}
          name={line.description[locale]}
          note={periodText(line.servicePeriod, locale, { year: true })}
          amount={formatMoney(line.amountMinor, invoice.currency, locale)}
        >
          <Explain explanation={line.explanation} amountMinor={line.amountMinor} currency={invoice.currency} />
        </ExplainedAmount>
      ))}
      <div className="ml-auto max-w-[376px] pt-3">
        <InvoiceSum invoice={invoice} />
      </div>
      <p className="mt-4 max-w-[64ch] text-sm text-ink-3">{t("billedTo", { name: invoice.customer.name })}</p>
    </section>
  );
}
