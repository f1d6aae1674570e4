import { type EventFacts, rateGraduatedPercentage, ratePercentage } from "@/lib/billing/rate-percentage";
import { NOTHING_RATED, type Rated, rateGraduated, rateVolume, wholeBlocks } from "@/lib/billing/rate-tiers";
import type { ChargeModel, ChargeModelOf, RatingStep } from "@/lib/catalog/charge-model";
import { assert, assertNever } from "@/lib/core/assert";
import { decimal, type Decimal, maxDecimal, sumDecimals, toDecimalString, ZERO } from "@/lib/core/decimal";

/** The price of a quantity in major units, not rounded to the currency, and how it came about. */
export type Rating = { amountExact: string; steps: RatingStep[] };

export type RatingOptions = {
  /** Percentage and dynamic prices look at the events behind the sum. */
  events?: EventFacts;
  /** Volume only: the prorated quantity to charge for, at the tier of the full one. */
  pricedQuantity?: string;
};

/**
 * Prices a quantity under a charge model. Zero costs nothing under every model; a quantity below zero is a reversal,
 * priced as its absolute value and negated. Throws quantity_above_tiers above a closed last tier.
 */
export function rateQuantity(model: ChargeModel, quantity: string, options: RatingOptions = {}): Rating {
  const { amount, steps } = rateExact(model, decimal(quantity), options);
  return { amountExact: toDecimalString(amount), steps };
}

function rateExact(model: ChargeModel, quantity: Decimal, options: RatingOptions): Rated {
  if (quantity.isZero()) return NOTHING_RATED;
  if (quantity.isNegative()) return reversed(rateAboveZero(model, quantity.negated(), options));
  return rateAboveZero(model, quantity, options);
}

function rateAboveZero(model: ChargeModel, quantity: Decimal, options: RatingOptions): Rated {
  switch (model.model) {
    case "flat":
      return oneStep(quantity, { units: decimal(1), unitPrice: model.amount });
    case "per_unit":
      return oneStep(quantity, { units: quantity, unitPrice: model.unitPrice });
    case "package":
      return ratePackages(model, quantity);
    case "graduated":
      return rateGraduated(model, quantity);
    case "volume": {
      const priced = options.pricedQuantity === undefined ? quantity : decimal(options.pricedQuantity);
      return priced.isZero() ? NOTHING_RATED : rateVolume(model, quantity, priced);
    }
    case "percentage":
      return ratePercentage(model, quantity, options.events);
    case "graduated_percentage":
      return rateGraduatedPercentage(model, quantity);
    case "dynamic":
      return rateDynamic(quantity, options.events);
    default:
      return assertNever(model);
  }
}

/** The number of packages for a quantity: a started one is paid in full. */
function ratePackages(model: ChargeModelOf<"package">, quantity: Decimal): Rated {
  const paid = maxDecimal(ZERO, quantity.minus(model.freeUnits));
  const packages = wholeBlocks(paid, decimal(model.packageSize));
  if (packages.isZero()) return NOTHING_RATED;
  return oneStep(quantity, { units: packages, unitPrice: model.packagePrice });
}

function rateDynamic(quantity: Decimal, events: EventFacts | undefined): Rated {
  assert(events && "amounts" in events, "a price supplied by the event needs the events");
  return oneStep(quantity, { units: decimal(1), unitPrice: toDecimalString(sumDecimals(events.amounts)) });
}

function oneStep(quantity: Decimal, priced: { units: Decimal; unitPrice: string }): Rated {
  const amount = priced.units.times(priced.unitPrice);
  const step: RatingStep = {
    from: "0",
    to: toDecimalString(quantity),
    units: toDecimalString(priced.units),
    unitPrice: priced.unitPrice,
    flatFee: "0",
    isPercent: false,
    amount: toDecimalString(amount),
  };
  return { amount, steps: [step] };
}

function reversed({ amount, steps }: Rated): Rated {
  return {
    amount: amount.negated(),
    steps: steps.map((step) => ({
      ...step,
      units: toDecimalString(decimal(step.units).negated()),
      flatFee: toDecimalString(decimal(step.flatFee).negated()),
      amount: toDecimalString(decimal(step.amount).negated()),
    })),
  };
}

export type RatedDifference = Rating & {
  /** The price of the whole total, and what was billed of it before; `amountExact` is the one less the other. */
  totalExact: string;
  alreadyBilledExact: string;
};

/**
 * The price of a period's total so far, less what was billed of it before: tiers and packages then come out right however
 * the events were split over invoices. The steps explain the total. Quantities are billable ones, above what is included;
 * `alreadyBilledExact` null means that the quantity billed before was priced by this same model.
 */
export function rateByDifference(
  rating: {
    model: ChargeModel;
    totalQuantity: string;
    alreadyBilledQuantity: string;
    alreadyBilledExact: string | null;
  },
  options: RatingOptions = {},
): RatedDifference {
  const total = rateExact(rating.model, decimal(rating.totalQuantity), options);
  const before =
    rating.alreadyBilledExact === null
      ? rateExact(rating.model, decimal(rating.alreadyBilledQuantity), options).amount
      : decimal(rating.alreadyBilledExact);
  return {
    amountExact: toDecimalString(total.amount.minus(before)),
    totalExact: toDecimalString(total.amount),
    alreadyBilledExact: toDecimalString(before),
    steps: total.steps,
  };
}
