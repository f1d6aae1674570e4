import { AppError } from "@/lib/core/errors";
import { type AmountMinor, addMinor, maxMinor, minMinor, subtractMinor, sumMinor, ZERO_MINOR } from "@/lib/core/money";
import { type TaxCategory, taxOf } from "@/lib/invoicing/tax";

/** One tax row of the invoice with what earlier credit notes took from it. */
export type CreditableRow = {
  category: TaxCategory;
  rate: string;
  invoicedNetMinor: AmountMinor;
  invoicedTaxMinor: AmountMinor;
  creditedNetMinor: AmountMinor;
  creditedTaxMinor: AmountMinor;
};

export type CreditedRow = {
  category: TaxCategory;
  rate: string;
  netMinor: AmountMinor;
  taxMinor: AmountMinor;
};

/**
 * The tax of crediting a net amount: tax on everything credited so far, this note included, less the tax credited before.
 * Credit notes then sum to the invoice to the cent, however it is cut. Amounts are positive, as on a credit note (UNTDID 1001
 * type 381). Throws credit_exceeds_invoice when more net would be credited than was invoiced.
 */
export function creditRow(row: CreditableRow, netMinor: AmountMinor): CreditedRow {
  const creditedNet = addMinor(row.creditedNetMinor, netMinor);
  if (netMinor < 0 || creditedNet > row.invoicedNetMinor) {
    throw new AppError("credit_exceeds_invoice", {
      message: `${creditedNet} credited of ${row.invoicedNetMinor}`,
      params: { available: row.invoicedNetMinor - row.creditedNetMinor },
    });
  }

  const creditedTax = creditedNet === row.invoicedNetMinor ? row.invoicedTaxMinor : taxOf(creditedNet, row.rate);
  const taxMinor = subtractMinor(creditedTax, row.creditedTaxMinor);
  return { category: row.category, rate: row.rate, netMinor, taxMinor };
}

/** A credit note over several tax rows, with its totals. Rows credited with nothing are left out. */
export function creditNoteTotals(rows: readonly { row: CreditableRow; netMinor: AmountMinor }[]): {
  rows: CreditedRow[];
  netMinor: AmountMinor;
  taxMinor: AmountMinor;
  totalMinor: AmountMinor;
} {
  const credited = rows.filter(({ netMinor }) => netMinor !== 0).map(({ row, netMinor }) => creditRow(row, netMinor));
  const netMinor = sumMinor(credited.map((row) => row.netMinor));
  const taxMinor = sumMinor(credited.map((row) => row.taxMinor));
  return { rows: credited, netMinor, taxMinor, totalMinor: addMinor(netMinor, taxMinor) };
}

/** Where a credit goes: first off what is still open on its invoice, and only the rest to the customer. */
export function splitCredit(
  credit: AmountMinor,
  open: AmountMinor,
): { offOpenMinor: AmountMinor; restMinor: AmountMinor } {
  const offOpenMinor = minMinor(credit, maxMinor(open, ZERO_MINOR));
  return { offOpenMinor, restMinor: subtractMinor(credit, offOpenMinor) };
}
