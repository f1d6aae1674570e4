import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { StatusWords } from "@/components/brand/status";
import { cn } from "@/components/ui/cn";
import type { Locale } from "@/lib/core/locale";
import { EntitlementValue } from "./entitlement-value";
import { FeatureIcon } from "./feature-icon";
import { OverageWords } from "./overage-words";
import { comparedFeatures, isFree, type PlanBilling, type PlanOffer, priceFor } from "./plan-offer";
import { wholePrice } from "./whole-price";

type ComparisonProps = {
  offers: readonly PlanOffer[];
  billing: PlanBilling;
  /** Where the button of a plan leads, by plan key. */
  hrefs?: Readonly<Record<string, string>> | undefined;
  /** What stands in the button's place, by plan key: a form of one's own. */
  actions?: Readonly<Record<string, ReactNode>> | undefined;
  /** The plan the reader has. */
  currentKey?: string | undefined;
  className?: string | undefined;
};

/** The plans side by side, and one under the other on narrow screens. */
export function PlanComparison(props: ComparisonProps) {
  return (
    <div className={props.className}>
      <PlanTable {...props} />
      <PlanList {...props} />
    </div>
  );
}

const HIGHLIGHT = "bg-surface shadow-[inset_1px_0_0_var(--line),inset_-1px_0_0_var(--line)]";

function PlanTable({ offers, ...head }: ComparisonProps) {
  const t = useTranslations("common.plan");
  return (
    <table className="w-full table-fixed border-collapse max-md:hidden">
      <caption className="sr-only">{t("compare")}</caption>
      <thead>
        <tr>
          <td className="w-[25%] border-b border-line" />
          {offers.map((offer) => (
            <th
              key={offer.key}
              scope="col"
              className={cn(
                "border-b border-line px-4 pt-3 pb-[13px] text-left align-top font-normal",
                offer.isRecommended &&
                  "bg-surface shadow-[inset_1px_0_0_var(--line),inset_-1px_0_0_var(--line),inset_0_3px_0_var(--petrol)]",
              )}
            >
              <OfferHead offer={offer} {...head} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {comparedFeatures(offers).map((feature) => (
          <tr key={feature}>
            <th scope="row" className="border-b border-line text-left text-[0.90625rem] font-normal">
              <FeatureName feature={feature} offers={offers} />
            </th>
            {offers.map((offer) => (
              <td
                key={offer.key}
                className={cn("h-[35px] border-b border-line px-4 text-[0.90625rem]", offer.isRecommended && HIGHLIGHT)}
              >
                <Given offer={offer} feature={feature} offers={offers} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Narrow screens: each plan with its own list, the recommended one marked by the same petrol edge. */
function PlanList({ offers, ...head }: ComparisonProps) {
  const features = comparedFeatures(offers);
  return (
    <ul className="grid gap-8 md:hidden">
      {offers.map((offer) => (
        <li
          key={offer.key}
          className={cn(
            "border-t border-line pt-4",
            offer.isRecommended && "-mx-4 border-t-[3px] border-petrol bg-surface px-4 pb-4",
          )}
        >
          <OfferHead offer={offer} {...head} />
          <dl className="mt-3 text-[0.90625rem]">
            {features.map((feature) => (
              <div
                key={feature}
                className="flex min-h-10 items-center justify-between gap-4 border-b border-line last:border-0"
              >
                <dt className="min-w-0">
                  <FeatureName feature={feature} offers={[offer]} />
                </dt>
                <dd className="flex-none">
                  <Given offer={offer} feature={feature} offers={offers} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function OfferHead({ offer, billing, ...props }: Omit<ComparisonProps, "offers"> & { offer: PlanOffer }) {
  const t = useTranslations("common.plan");
  const words = useTranslations("billing.plan");
  const locale = useLocale() as Locale;
  const free = isFree(offer);
  const other = billing === "year" ? "month" : "year";
  const amount = (interval: PlanBilling) => wholePrice(priceFor(offer, interval) ?? "0", offer.currency, locale);
  const every = { month: t("aMonth"), quarter: words("aQuarter"), year: t("aYear") }[billing];
  const href = props.hrefs?.[offer.key];
  const action = props.actions?.[offer.key];

  return (
    <>
      <div className="flex min-h-[22px] flex-wrap items-baseline justify-between gap-x-2">
        <h2 className="text-lg font-semibold">{offer.name}</h2>
        {props.currentKey === offer.key ? (
          <StatusWords glyph="tick" tone="ok" className="text-sm font-semibold">
            {words("current")}
          </StatusWords>
        ) : offer.isRecommended ? (
          <span className="text-sm font-semibold whitespace-nowrap text-petrol">{t("fitsMost")}</span>
        ) : null}
      </div>
      <p className="figure text-[1.9375rem] leading-[2.375rem] font-semibold tracking-[-0.02em]">
        {amount(billing)}
        <span className="ml-1.5 text-[0.90625rem] font-normal tracking-normal text-ink-2">
          {free ? t("forever") : every}
        </span>
      </p>
      <p className="text-sm text-ink-3">
        {free ? t("noCard") : t(other === "year" ? "orYear" : "orMonth", { price: amount(other) })}
      </p>
      {href ? (
        <ButtonLink href={href} variant={offer.isRecommended ? "primary" : "outline"} className="mt-[9px] w-full">
          {offer.trialDays > 0 ? t("try", { days: offer.trialDays }) : t("startFree")}
          <span className="sr-only">, {offer.name}</span>
        </ButtonLink>
      ) : null}
      {action ? <div className="mt-[9px] min-w-0">{action}</div> : null}
    </>
  );
}

/** A limit or feature, with what lies over it costs in the first of `offers` that bills it. */
function FeatureName({ feature, offers }: { feature: string; offers: readonly PlanOffer[] }) {
  const t = useTranslations("common.plan");
  const [offer] = offers.filter((one) => one.charges.some((charge) => charge.metric === feature));
  const charge = offer?.charges.find((one) => one.metric === feature);
  return (
    <span className="flex items-center gap-2 py-1">
      <FeatureIcon feature={feature} />
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-2.5">
        {t(`feature.${feature}`)}
        {offer && charge ? (
          <span className="figure text-xs text-ink-3">
            <OverageWords model={charge.model} metric={feature} currency={offer.currency} />
          </span>
        ) : null}
      </span>
    </span>
  );
}

function Given(props: { offer: PlanOffer; feature: string; offers: readonly PlanOffer[] }) {
  const of = (offer: PlanOffer) => offer.entitlements.find((entitlement) => entitlement.feature === props.feature);
  const isSwitch = props.offers.some((offer) => of(offer)?.kind === "boolean");
  return <EntitlementValue feature={props.feature} entitlement={of(props.offer)} isSwitch={isSwitch} />;
}
