import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { monthsFree, type PlanOffer } from "@/components/billing/plan-offer";
import { PlanComparison } from "@/components/billing/plan-comparison";
import { Facade } from "@/components/brand/facade";
import { Voice } from "@/components/brand/voice";
import { SegmentedLinks } from "@/components/ui/segmented";
import { publicPlans } from "@/lib/catalog/queries/public-plans";
import type { Locale } from "@/lib/core/locale";
import { WorkedExample } from "./worked-example";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("marketing.pricing");
  return { title: t("metaTitle"), description: t("lead") };
}

/** The plans of the catalogue, by month or by year, and what a month would cost, worked out by the billing rules. */
export default async function PricingPage(props: { searchParams: Promise<{ billing?: string | string[] }> }) {
  const [t, locale, { billing }] = await Promise.all([
    getTranslations("marketing.pricing"),
    getLocale(),
    props.searchParams,
  ]);
  const offers = await planOffers(locale);
  const interval = billing === "year" ? "year" : "month";
  const free = monthsFree(offers);

  return (
    <>
      <div className="mx-auto w-full max-w-[1248px] px-4 sm:px-6">
        <div className="mb-[18px] flex flex-wrap items-end justify-between gap-x-8 overflow-hidden border-b-[1.5px] border-ink-2">
          <div className="max-w-[620px] py-8 lg:pt-6 lg:pb-4">
            <Voice as="h1" size="public">
              {t("title")}
            </Voice>
            <p className="mt-3 max-w-[520px] text-[1.0625rem] leading-[1.6875rem] text-ink-2">{t("lead")}</p>
          </div>
          <Facade shape="street" className="h-auto w-full max-w-[480px] max-lg:hidden" />
        </div>
        <div id="plans" className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 pb-[13px]">
          <SegmentedLinks
            aria-label={t("billing.label")}
            items={[
              { href: `/${locale}/pricing`, label: t("billing.month"), current: interval === "month" },
              {
                href: `/${locale}/pricing?billing=year`,
                label: free === undefined ? t("billing.year") : t("billing.yearFree", { months: free }),
                current: interval === "year",
              },
            ]}
          />
          <p className="text-sm text-ink-3">{t("note")}</p>
        </div>
        <PlanComparison
          offers={offers}
          billing={interval}
          hrefs={Object.fromEntries(offers.map(({ key }) => [key, `/manager/billing?plan=${key}`]))}
          className="mb-10"
        />
      </div>
      <WorkedExample offers={offers} />
    </>
  );
}

async function planOffers(locale: Locale): Promise<PlanOffer[]> {
  const plans = await publicPlans();
  return plans.map((plan) => ({
    key: plan.planKey,
    name: plan.planName[locale],
    isRecommended: plan.isRecommended,
    trialDays: plan.trialDays,
    currency: plan.currency,
    prices: plan.prices,
    entitlements: plan.entitlements,
    charges: plan.charges.map(({ metric, included, model }) => ({ metric: metric.key, included, model })),
  }));
}
