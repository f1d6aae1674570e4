import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { NoBilling } from "@/app/manager/billing/_components/no-billing";
import { Settle } from "@/app/manager/billing/_components/settle";
import { billingViewer } from "@/app/manager/billing/billing-viewer";
import { Crumbs } from "@/components/layout/crumbs";
import { PageHeader } from "@/components/layout/page-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("billing.methods.return");
  return { title: t("title") };
}

const METHODS_PATH = "/manager/billing/payment-methods";

/** Where the bank sends the payer back to after a card was to be saved. The address only names the setup. */
export default async function SetupReturnPage(props: {
  searchParams: Promise<{ setup_intent?: string | string[] }>;
}): Promise<ReactNode> {
  const viewer = await billingViewer();
  if (!viewer) return <NoBilling />;

  const { setup_intent: reference } = await props.searchParams;
  if (typeof reference !== "string") redirect(METHODS_PATH);
  const t = await getTranslations("billing.methods.return");
  return (
    <>
      <Crumbs items={[{ label: t("title") }]} />
      <PageHeader title={t("title")} />
      <Settle kind="setup" reference={reference} asking={t("voice")} donePath={METHODS_PATH} backPath={METHODS_PATH} />
    </>
  );
}
