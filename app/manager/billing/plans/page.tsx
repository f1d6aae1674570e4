import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Crumbs } from "@/components/layout/crumbs";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { planChoice } from "@/lib/billing/queries/plan-choice";
import { isTerminal } from "@/lib/billing/subscription";
import { addDays } from "@/lib/core/calendar";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { NoBilling } from "@/app/manager/billing/_components/no-billing";
import { PlanEnding } from "@/app/manager/billing/_components/plan-ending";
import { PlanPicker } from "@/app/manager/billing/_components/plan-picker";
import { billingViewer } from "@/app/manager/billing/billing-viewer";
import { type PlanSearch, planSearch } from "@/app/manager/billing/plan-search";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("billing.plan");
  return { title: t("title") };
}

/** The plans compared, the present one marked. */
export default async function PlansPage(props: { searchParams: Promise<PlanSearch> }): Promise<ReactNode> {
  const viewer = await billingViewer();
  if (!viewer) return <NoBilling />;

  const [t, locale, choice, search] = await Promise.all([
    getTranslations("billing.plan"),
    getLocale() as Promise<Locale>,
    planChoice(viewer),
    props.searchParams,
  ]);
  const { subscription } = choice;
  const runs =
    subscription && !isTerminal(subscription.status) && !["incomplete", "paused"].includes(subscription.status);
  const plan = subscription?.planName[locale] ?? "";
  const end = subscription?.servedPeriod?.end;

  return (
    <>
      <Crumbs items={[{ label: t("title") }]} />
      <PageHeader
        title={t("title")}
        voice={
          runs && end
            ? t(subscription.cancelAtPeriodEnd ? "changeSoon" : "changeLater", {
                plan,
                date: formatDate(addDays(end, -1), locale, "day_month"),
              })
            : t("chooseOne")
        }
        actions={<ButtonLink href="/manager/billing">{t("back")}</ButtonLink>}
      />
      <PlanPicker choice={choice} path="/manager/billing/plans" search={planSearch(search)} className="mt-5" />
      {runs ? <PlanEnding subscription={subscription} className="mt-6 border-t-0 pt-0" /> : null}
    </>
  );
}
