import type { ChargeModelOf, PriceTier, RatingStep } from "@/lib/catalog/charge-model";
import { decimal, type Decimal, minDecimal, toDecimalString, ZERO } from "@/lib/core/decimal";
import { AppError } from "@/lib/core/errors";

/** A price before it is written down: the exact amount and the steps whose amounts sum to it. */
export type Rated = { amount: Decimal; steps: RatingStep[] };

export const NOTHING_RATED: Rated = { amount: ZERO, steps: [] };

/** Rounds a quantity up to whole blocks. */
export function wholeBlocks(quantity: Decimal, blockSize: Decimal): Decimal {
  return quantity.div(blockSize).ceil();
}

export function assertWithinTiers(quantity: Decimal, tiers: readonly { upTo: string | null }[]): void {
  const last = tiers.at(-1);
  if (last?.upTo != null && quantity.greaterThan(last.upTo)) {
    throw new AppError("quantity_above_tiers", {
      message: `${quantity.toFixed()} lies above the last tier`,
      params: { quantity: quantity.toFixed(), limit: last.upTo },
    });
  }
}

/** Every tier the quantity enters prices the units inside it and adds its flat fee once. The quantity is above zero. */
export function rateGraduated(model: ChargeModelOf<"graduated">, quantity: Decimal): Rated {
  const blockSize = decimal(model.blockSize);
  const priced = blockSize.equals(1) ? quantity : wholeBlocks(quantity, blockSize).times(blockSize);
  assertWithinTiers(priced, model.tiers);

  const steps: RatingStep[] = [];
  let amount = ZERO;
  let from = ZERO;
  for (const tier of model.tiers) {
    if (priced.lessThanOrEqualTo(from)) break;
    const to = tier.upTo === null ? priced : minDecimal(priced, decimal(tier.upTo));
    const step = stepOf(tier, { from, units: to.minus(from).div(blockSize) });
    amount = amount.plus(step.exact);
    steps.push(step.step);
    from = to;
  }
  return { amount, steps };
}

/**
 * The tier that holds the whole quantity prices all of it. `pricedQuantity` is the prorated part to charge for: it takes
 * the tier of the full quantity, and the flat fee stays whole. Quantities are above zero.
 */
export function rateVolume(model: ChargeModelOf<"volume">, quantity: Decimal, pricedQuantity: Decimal): Rated {
  const blockSize = decimal(model.blockSize);
  const blocks = wholeBlocks(quantity, blockSize);
  const full = blockSize.equals(1) ? quantity : blocks.times(blockSize);
  assertWithinTiers(full, model.tiers);

  let from = ZERO;
  for (const tier of model.tiers) {
    if (tier.upTo === null || full.lessThanOrEqualTo(tier.upTo)) {
      const units = blockSize.equals(1) ? pricedQuantity : wholeBlocks(pricedQuantity, blockSize);
      const { exact, step } = stepOf(tier, { from, units });
      return { amount: exact, steps: [step] };
    }
    from = decimal(tier.upTo);
  }
  return NOTHING_RATED;
}

function stepOf(tier: PriceTier, part: { from: Decimal; units: Decimal }): { exact: Decimal; step: RatingStep } {
  const exact = part.units.times(tier.unitPrice).plus(tier.flatFee);
  const step: RatingStep = {
    from: toDecimalString(part.from),
    to: tier.upTo,
    units: toDecimalString(part.units),
    unitPrice: tier.unitPrice,
    flatFee: tier.flatFee,
    isPercent: false,
    amount: toDecimalString(exact),
  };
  return { exact, step };
}
