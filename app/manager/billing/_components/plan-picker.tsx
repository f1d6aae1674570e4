import { getLocale, getTranslations } from "next-intl/server";
import { PlanComparison } from "@/components/billing/plan-comparison";
import { isFree, monthsFree, type PlanBilling, type PlanOffer } from "@/components/billing/plan-offer";
import { SegmentedLinks } from "@/components/ui/segmented";
import type { PlanChoice } from "@/lib/billing/queries/plan-choice";
import type { SubscriptionStatus } from "@/lib/billing/subscription";
import type { PlanVersionView } from "@/lib/catalog/queries/plan-version";
import type { Locale } from "@/lib/core/locale";
import { ChoosePlan } from "./choose-plan";

/** A plan that runs holds its place; these do not, so another may be chosen. */
const REPLACEABLE: readonly SubscriptionStatus[] = ["incomplete", "paused", "canceled", "expired"];

/**
 * The plans side by side, by month, quarter or year. With no plan that runs each can be chosen; with one it is marked, and
 * choosing waits until it has ended.
 */
export async function PlanPicker(props: {
  choice: PlanChoice;
  /** The page this stands on; the way of paying is in its address. */
  path: string;
  search: { plan: string | null; billing: PlanBilling };
  className?: string | undefined;
}) {
  const { path, search } = props;
  const [t, locale] = await Promise.all([getTranslations("billing.plan"), getLocale() as Promise<Locale>]);
  const { plans, subscription, hadTrial } = props.choice;
  const canChoose = subscription === null || REPLACEABLE.includes(subscription.status);
  const isAwaited = subscription?.status === "incomplete";
  const offers = plans.map((plan) => offerOf(plan, locale));
  const free = monthsFree(offers);
  const href = (billing: PlanBilling) => {
    const query = new URLSearchParams({ ...(search.plan ? { plan: search.plan } : {}), billing });
    return `${path}?${query}`;
  };

  return (
    <section className={props.className} aria-label={t("label")}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <SegmentedLinks
          aria-label={t("billing")}
          items={(["month", "quarter", "year"] as const).map((billing) => ({
            href: href(billing),
            label: billing === "year" && free !== undefined ? t("yearFree", { months: free }) : t(billing),
            current: billing === search.billing,
          }))}
        />
        <p className="text-sm text-ink-3">{t("net")}</p>
      </div>
      <PlanComparison
        offers={offers}
        billing={search.billing}
        currentKey={subscription && !canChoose ? subscription.planKey : undefined}
        actions={
          canChoose
            ? Object.fromEntries(
                plans.map((plan) => [
                  plan.planKey,
                  <ChoosePlan
                    key={plan.id}
                    planVersionId={plan.id}
                    plan={plan.planName[locale]}
                    interval={search.billing}
                    trialDays={hadTrial ? 0 : plan.trialDays}
                    isFree={isFree(offerOf(plan, locale))}
                    isFirst={!isAwaited && (search.plan === null ? plan.isRecommended : plan.planKey === search.plan)}
                  />,
                ]),
              )
            : undefined
        }
      />
    </section>
  );
}

function offerOf(plan: PlanVersionView, locale: Locale): PlanOffer {
  return {
    key: plan.planKey,
    name: plan.planName[locale],
    isRecommended: plan.isRecommended,
    trialDays: plan.trialDays,
    currency: plan.currency,
    prices: plan.prices,
    entitlements: plan.entitlements,
    charges: plan.charges.map(({ metric, included, model }) => ({ metric: metric.key, included, model })),
  };
}
