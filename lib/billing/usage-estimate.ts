import { rateQuantity } from "@/lib/billing/charge-model";
import { billableQuantity } from "@/lib/billing/included-quantity";
import type { ChargeModel } from "@/lib/catalog/charge-model";
import type { Currency } from "@/lib/core/currency";
import { type AmountMinor, sumMinor } from "@/lib/core/money";
import { roundToMinor } from "@/lib/core/rounding";

/** What a month's use would cost, before VAT: the recurring price and one line for each charge that would be billed. */
export type UsageEstimate = {
  recurringMinor: AmountMinor;
  lines: { metric: string; included: string; over: string; amountMinor: AmountMinor }[];
  totalMinor: AmountMinor;
};

/**
 * Prices a whole month of use with the functions that bill it. Quantities by metric key as decimal strings; `unitAmount` in
 * major units of the currency. Throws quantity_above_tiers as rating does.
 */
export function usageEstimate(given: {
  unitAmount: string;
  currency: Currency;
  charges: readonly { metric: string; included: string; model: ChargeModel }[];
  usage: Readonly<Record<string, string>>;
}): UsageEstimate {
  const { currency, usage } = given;
  const recurringMinor = roundToMinor(given.unitAmount, currency);
  const lines = given.charges.flatMap(({ metric, included, model }) => {
    const over = billableQuantity(usage[metric] ?? "0", included);
    const amountMinor = roundToMinor(rateQuantity(model, over).amountExact, currency);
    return over === "0" ? [] : [{ metric, included, over, amountMinor }];
  });

  return { recurringMinor, lines, totalMinor: sumMinor([recurringMinor, ...lines.map((line) => line.amountMinor)]) };
}
