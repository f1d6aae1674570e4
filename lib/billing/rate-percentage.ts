import { assertWithinTiers, type Rated } from "@/lib/billing/rate-tiers";
import type { ChargeModelOf, RatingStep } from "@/lib/catalog/charge-model";
import { assert } from "@/lib/core/assert";
import { decimal, type Decimal, maxDecimal, minDecimal, toDecimalString, ZERO } from "@/lib/core/decimal";

/** What a price by event needs beside the sum: how many events there were, or the amount of each in order. */
export type EventFacts = { count: number } | { amounts: readonly string[] };

function percentOf(amount: Decimal, rate: string): Decimal {
  return amount.times(rate).div(100);
}

/** A percentage of the sum; the fixed part once for each event. Free events and bounds need the amount of each event. */
export function ratePercentage(
  model: ChargeModelOf<"percentage">,
  total: Decimal,
  events: EventFacts | undefined,
): Rated {
  if (events && "amounts" in events) return rateEachEvent(model, events.amounts);

  assert(
    model.freeEvents === 0 && model.minimumPerEvent === null && model.maximumPerEvent === null,
    "free events and bounds per event need the amount of each event",
  );
  const hasFixedFee = !decimal(model.fixedFee).isZero();
  assert(!hasFixedFee || events, "a fixed fee per event needs the number of events");

  const paid = maxDecimal(ZERO, total.minus(model.freeAmount));
  const fees = decimal(model.fixedFee).times(events?.count ?? 0);
  return ratedPercent(paid, model.rate, percentOf(paid, model.rate).plus(fees));
}

/** Event by event: the first ones free, then the free amount used up in order, then rate and fixed fee within bounds. */
function rateEachEvent(model: ChargeModelOf<"percentage">, amounts: readonly string[]): Rated {
  let freeAmount = decimal(model.freeAmount);
  let paid = ZERO;
  let amount = ZERO;
  for (const eventAmount of amounts.slice(model.freeEvents)) {
    const covered = minDecimal(freeAmount, decimal(eventAmount));
    freeAmount = freeAmount.minus(covered);
    const taxable = decimal(eventAmount).minus(covered);
    if (taxable.isZero()) continue;

    let fee = percentOf(taxable, model.rate).plus(model.fixedFee);
    if (model.minimumPerEvent !== null) fee = maxDecimal(fee, decimal(model.minimumPerEvent));
    if (model.maximumPerEvent !== null) fee = minDecimal(fee, decimal(model.maximumPerEvent));
    paid = paid.plus(taxable);
    amount = amount.plus(fee);
  }
  return ratedPercent(paid, model.rate, amount);
}

/** One step; what fixed fees and bounds add to the plain percentage, or take from it, stands as its flat fee. */
function ratedPercent(paid: Decimal, rate: string, amount: Decimal): Rated {
  const step: RatingStep = {
    from: "0",
    to: null,
    units: toDecimalString(paid),
    unitPrice: rate,
    flatFee: toDecimalString(amount.minus(percentOf(paid, rate))),
    isPercent: true,
    amount: toDecimalString(amount),
  };
  return { amount, steps: [step] };
}

/** Every tier the sum enters takes its percentage of the part inside it and its flat fee once. The sum is above zero. */
export function rateGraduatedPercentage(model: ChargeModelOf<"graduated_percentage">, total: Decimal): Rated {
  assertWithinTiers(total, model.tiers);

  const steps: RatingStep[] = [];
  let amount = ZERO;
  let from = ZERO;
  for (const tier of model.tiers) {
    if (total.lessThanOrEqualTo(from)) break;
    const to = tier.upTo === null ? total : minDecimal(total, decimal(tier.upTo));
    const units = to.minus(from);
    const exact = percentOf(units, tier.rate).plus(tier.flatFee);
    steps.push({
      from: toDecimalString(from),
      to: tier.upTo,
      units: toDecimalString(units),
      unitPrice: tier.rate,
      flatFee: tier.flatFee,
      isPercent: true,
      amount: toDecimalString(exact),
    });
    amount = amount.plus(exact);
    from = to;
  }
  return { amount, steps };
}
