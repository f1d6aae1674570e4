import {
  type AmountMinor,
  addMinor,
  amountMinor,
  minMinor,
  subtractMinor,
  sumMinor,
  ZERO_MINOR,
} from "@/lib/core/money";
import { type TaxCategory, type TaxTotal, taxTotals } from "@/lib/invoicing/tax";

export type InvoiceTotals = {
  /** Sum of the rounded lines. */
  subtotalMinor: AmountMinor;
  taxMinor: AmountMinor;
  totalMinor: AmountMinor;
};

type TaxedLine = { amountMinor: AmountMinor; taxCategory: TaxCategory; taxRate: string };

/** Totals as sums of rounded amounts (EN 16931 BR-CO-10, 14, 15), with the tax table they rest on. */
export function invoiceTotals(lines: readonly TaxedLine[]): { taxes: TaxTotal[]; totals: InvoiceTotals } {
  const taxes = taxTotals(lines);
  const subtotalMinor = sumMinor(lines.map((line) => line.amountMinor));
  const taxMinor = sumMinor(taxes.map((row) => row.taxMinor));
  return { taxes, totals: { subtotalMinor, taxMinor, totalMinor: addMinor(subtotalMinor, taxMinor) } };
}

/** Credit balance pays like money and never lowers the tax (EN 16931 BT-113): at most the total, at most the balance. */
export function applyCreditBalance(
  total: AmountMinor,
  balance: AmountMinor,
): { creditAppliedMinor: AmountMinor; dueMinor: AmountMinor } {
  const usable = total > 0 && balance > 0 ? minMinor(total, balance) : ZERO_MINOR;
  return { creditAppliedMinor: usable, dueMinor: subtractMinor(total, usable) };
}

/** What is still owed on a document after credit notes, credit balance and payments, in that order; never below zero. */
export function openAmount(invoice: {
  totalMinor: AmountMinor;
  creditedMinor: AmountMinor;
  creditAppliedMinor: AmountMinor;
  paidMinor: AmountMinor;
}): AmountMinor {
  const open = invoice.totalMinor - invoice.creditedMinor - invoice.creditAppliedMinor - invoice.paidMinor;
  return amountMinor(Math.max(0, open));
}
