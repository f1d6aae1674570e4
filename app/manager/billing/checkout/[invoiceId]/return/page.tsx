import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { NoBilling } from "@/app/manager/billing/_components/no-billing";
import { Settle } from "@/app/manager/billing/_components/settle";
import { billingViewer } from "@/app/manager/billing/billing-viewer";
import { Crumbs } from "@/components/layout/crumbs";
import { PageHeader } from "@/components/layout/page-header";
import { invoicePage } from "@/lib/billing/queries/invoice-page";
import { clock } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("billing.return");
  return { title: t("title") };
}

type Returned = { payment_intent?: string | string[] };

/**
 * Where the bank sends the payer back to. The address only names the payment; how it stands the server asks the provider, by
 * an action, because a page only reads.
 */
export default async function ReturnPage(props: {
  params: Promise<{ invoiceId: string }>;
  searchParams: Promise<Returned>;
}): Promise<ReactNode> {
  const viewer = await billingViewer();
  if (!viewer) return <NoBilling />;

  const [{ invoiceId }, { payment_intent: reference }, t] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations("billing.return"),
  ]);
  const page = await invoicePage(viewer, { invoiceId, wallClock: clock.now() });
  if (!page) notFound();
  const donePath = `/manager/billing/checkout/${invoiceId}/done`;
  if (page.payability === "settled") redirect(donePath);
  const payPath =
    page.invoice.status === "draft"
      ? `/manager/billing/checkout/${invoiceId}`
      : `/manager/billing/invoices/${invoiceId}#pay`;
  if (typeof reference !== "string") redirect(payPath);

  return (
    <>
      <Crumbs items={[{ label: t("title") }]} />
      <PageHeader title={t("title")} />
      <Settle kind="payment" reference={reference} asking={t("voice")} donePath={donePath} backPath={payPath} />
    </>
  );
}
