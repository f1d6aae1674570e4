import type { Currency } from "@/lib/core/currency";
import { decimal } from "@/lib/core/decimal";
import type { AmountMinor } from "@/lib/core/money";
import { recurrenceLength, type Recurrence } from "@/lib/core/recurrence";
import { roundToMinor } from "@/lib/core/rounding";

/** A recurring price, billed in advance. `unitAmount` is in major units, net of VAT. */
export type RecurringPrice = Recurrence & { id: string; unitAmount: string };

/** The price of a quantity for one whole interval, rounded once. */
export function priceOfQuantity(price: { unitAmount: string }, quantity: string, currency: Currency): AmountMinor {
  return roundToMinor(decimal(price.unitAmount).times(quantity), currency);
}

/**
 * What a longer interval saves against the same months paid one by one, in whole percent rounded down so that no saving is
 * promised that is not given; 0 when it saves nothing. Null when either is not counted in months.
 */
export function savingPercent(
  longer: { unitAmount: string } & Recurrence,
  monthly: { unitAmount: string } & Recurrence,
): number | null {
  const long = recurrenceLength(longer);
  const short = recurrenceLength(monthly);
  if (!("months" in long) || !("months" in short)) return null;

  const separately = decimal(monthly.unitAmount).times(long.months).div(short.months);
  if (!separately.greaterThan(0)) return 0;
  return Math.max(0, separately.minus(longer.unitAmount).div(separately).times(100).floor().toNumber());
}
