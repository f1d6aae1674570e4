import type { ChargeModel } from "@/lib/catalog/charge-model";
import type { Entitlement } from "@/lib/catalog/entitlement";
import type { Interval } from "@/lib/core/calendar";
import type { Currency } from "@/lib/core/currency";

/** A plan as it is offered: what the public pages and the plan picker show. Prices in major units, net of VAT. */
export type PlanOffer = {
  key: string;
  name: string;
  isRecommended: boolean;
  trialDays: number;
  currency: Currency;
  prices: readonly { interval: Interval; count: number; unitAmount: string }[];
  entitlements: readonly Entitlement[];
  charges: readonly { metric: string; included: string; model: ChargeModel }[];
};

/** How a plan can be paid for where plans are compared. */
export type PlanBilling = "month" | "quarter" | "year";

/** The price for one interval, if the plan is sold so. */
export function priceFor(offer: PlanOffer, interval: PlanBilling): string | undefined {
  return offer.prices.find((price) => price.interval === interval && price.count === 1)?.unitAmount;
}

/** Whether nothing is ever due for having the plan. */
export function isFree(offer: PlanOffer): boolean {
  return offer.prices.every((price) => Number(price.unitAmount) === 0);
}

/** Every limit and feature any of the plans names, in the order of the fullest plan. */
export function comparedFeatures(offers: readonly PlanOffer[]): string[] {
  const fullest = offers.toSorted((a, b) => b.entitlements.length - a.entitlements.length);
  return [...new Set(fullest.flatMap((offer) => offer.entitlements.map((entitlement) => entitlement.feature)))];
}

/**
 * How many monthly payments a year's price saves, when that is the same whole number for every paid plan (290 for 29 a month
 * is two); undefined otherwise.
 */
export function monthsFree(offers: readonly PlanOffer[]): number | undefined {
  const saved = offers
    .filter((offer) => !isFree(offer))
    .map((offer) => 12 - Number(priceFor(offer, "year")) / Number(priceFor(offer, "month")));
  const [first] = saved;
  return first !== undefined && Number.isInteger(first) && first > 0 && saved.every((months) => months === first)
    ? first
    : undefined;
}
