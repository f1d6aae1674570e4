import type { Currency } from "@/lib/core/currency";
import { formatMoney } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { roundToMinor } from "@/lib/core/rounding";

/** A price of the catalogue without needless decimals, as on a price list: €29, €24.50, 29 €. */
export function wholePrice(unitAmount: string, currency: Currency, locale: Locale): string {
  return formatMoney(roundToMinor(unitAmount, currency), currency, locale).replace(/[.,]00(?=\D|$)/, "");
}
