import type { Currency } from "@/lib/core/currency";
import { decimal, type Decimal, sumDecimals } from "@/lib/core/decimal";
import { formatMoney, formatUnitPrice } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { AmountMinor } from "@/lib/core/money";
import { minorToDecimal } from "@/lib/core/rounding";
import type { ReactNode } from "react";
import type { ExplainPart } from "./explain-panel";

/**
 * Amounts that make up a line, closed so that they sum to it: what rounding to the cent took or gave is a part of its own,
 * and several parts end in their sum. A single part is the line itself.
 */
export function moneyParts(
  parts: readonly { label: ReactNode; amount: Decimal | string }[],
  whole: {
    amountMinor: AmountMinor;
    currency: Currency;
    locale: Locale;
    words: { rounded: ReactNode; inAll: ReactNode };
  },
): ExplainPart[] {
  const { amountMinor, currency, locale, words } = whole;
  const rest = minorToDecimal(amountMinor, currency).minus(sumDecimals(parts.map((part) => part.amount)));
  const shown: ExplainPart[] = parts.map(({ label, amount }) => ({
    label,
    value: formatUnitPrice(shortened(decimal(amount)), currency, locale),
  }));
  if (!rest.isZero()) shown.push({ label: words.rounded, value: formatUnitPrice(shortened(rest), currency, locale) });

  const [only] = shown;
  if (shown.length === 1 && only) return [{ ...only, strong: true }];
  return [...shown, { label: words.inAll, value: formatMoney(amountMinor, currency, locale), strong: true }];
}

/** A share of a period can have endless decimals; four are enough to see where the cent comes from. */
function shortened(amount: Decimal): Decimal {
  return amount.decimalPlaces() > 4 ? amount.toDecimalPlaces(4) : amount;
}
