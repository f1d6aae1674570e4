import { type Currency, minorDigits } from "@/lib/core/currency";
import { decimal, type Decimal } from "@/lib/core/decimal";
import { type AmountMinor, amountMinor } from "@/lib/core/money";

/** An exact amount in major units, rounded once to minor units, half away from zero (1.005 → 101, −1.005 → −101). */
export function roundToMinor(exact: Decimal | string, currency: Currency): AmountMinor {
  const digits = minorDigits(currency);
  const value = typeof exact === "string" ? decimal(exact) : exact;
  return amountMinor(
    value
      .toDecimalPlaces(digits)
      .times(10 ** digits)
      .toNumber(),
  );
}

/** Minor units as an exact amount in major units (8457 EUR → 84.57). */
export function minorToDecimal(amount: AmountMinor, currency: Currency): Decimal {
  return decimal(amount).div(10 ** minorDigits(currency));
}

/** An exact number of minor units (not major), rounded half away from zero. */
export function roundMinor(exactMinor: Decimal): AmountMinor {
  return amountMinor(exactMinor.toDecimalPlaces(0).toNumber());
}
