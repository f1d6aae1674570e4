import type { Localized } from "@/lib/core/locale";
import type { Currency } from "@/lib/core/currency";
import { decimal } from "@/lib/core/decimal";
import { type AmountMinor, amountMinor, subtractMinor } from "@/lib/core/money";
import { minorToDecimal, roundMinor, roundToMinor } from "@/lib/core/rounding";

/** UNCL 5305 codes: standard rate, reverse charge, outside the scope, exempt. */
export const TAX_CATEGORIES = ["S", "AE", "O", "E"] as const;

export type TaxCategory = (typeof TAX_CATEGORIES)[number];

/** How a customer's supplies are taxed; the rate in percent. Exempt documents state their reason (art. 226 (11), (11a)). */
export type TaxTreatment = { category: TaxCategory; rate: string; exemptionText?: Localized };

export type TaxTotal = { category: TaxCategory; rate: string; baseMinor: AmountMinor; taxMinor: AmountMinor };

/** Tax on a base, rounded once, half away from zero. */
export function taxOf(base: AmountMinor, rate: string): AmountMinor {
  return roundMinor(decimal(base).times(rate).div(100));
}

/**
 * One row for each category and rate: the tax of the sum of its rounded lines, rounded once (EN 16931 BR-CO-17). Rows stand
 * in the order their first lines do. Rates that differ only in how they are written ("24", "24.0") are one.
 */
export function taxTotals(
  lines: Iterable<{ amountMinor: AmountMinor; taxCategory: TaxCategory; taxRate: string }>,
): TaxTotal[] {
  const rows = new Map<string, { category: TaxCategory; rate: string; base: number }>();
  for (const line of lines) {
    const rate = decimal(line.taxRate).toFixed();
    const key = `${line.taxCategory} ${rate}`;
    const row = rows.get(key);
    if (row) row.base += line.amountMinor;
    else rows.set(key, { category: line.taxCategory, rate, base: line.amountMinor });
  }

  return [...rows.values()].map(({ category, rate, base }) => {
    const baseMinor = amountMinor(base);
    return { category, rate, baseMinor, taxMinor: taxOf(baseMinor, rate) };
  });
}

/** Net and tax inside a gross price: the gross the customer saw never changes, the net is what the tax leaves. */
export function splitGross(gross: AmountMinor, rate: string): { netMinor: AmountMinor; taxMinor: AmountMinor } {
  const taxMinor = roundMinor(decimal(gross).times(rate).div(decimal(100).plus(rate)));
  return { netMinor: subtractMinor(gross, taxMinor), taxMinor };
}

/** Tax restated in the accounting currency at a given rate of exchange (art. 230), rounded once. */
export function taxInAccountingCurrency(
  tax: { amountMinor: AmountMinor; currency: Currency },
  accounting: { currency: Currency; exchangeRate: string },
): AmountMinor {
  return roundToMinor(
    minorToDecimal(tax.amountMinor, tax.currency).times(accounting.exchangeRate),
    accounting.currency,
  );
}
