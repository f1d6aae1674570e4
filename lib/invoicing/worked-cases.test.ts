import { expect, test } from "vitest";

import { allocate } from "@/lib/core/allocate";
import { currencyOf } from "@/lib/core/currency";
import { decimal } from "@/lib/core/decimal";
import { type AmountMinor, amountMinor, negateMinor, subtractMinor, sumMinor } from "@/lib/core/money";
import { minorToDecimal, roundToMinor } from "@/lib/core/rounding";
import { creditRow } from "@/lib/invoicing/credit-note";
import { applyCreditBalance, invoiceTotals } from "@/lib/invoicing/invoice-totals";
import { type TaxCategory, taxInAccountingCurrency, taxOf } from "@/lib/invoicing/tax";
import file from "@/lib/testing/cases/tax.json";

type TaxedAmount = { amount: string; category: string; rate: string };
type Proration = { amount: string; num: number; den: number; result: string };
type TaxCase = {
  id: string;
  title: string;
  currency: string;
  lines: {
    quantity: string;
    unitPrice: string;
    baseQuantity: string;
    allowance: string;
    charge: string;
    category: string;
    rate: string;
    expectNet: string;
    repeat?: number;
  }[];
  documentAllowances: TaxedAmount[];
  documentCharges: TaxedAmount[];
  prepaid: string;
  expect: {
    sumOfLines: string;
    taxExclusive: string;
    breakdown: { category: string; rate: string; taxable: string; tax: string }[];
    taxTotal: string;
    taxInclusive: string;
    due: string;
  };
  mustNotBe: { taxTotal?: string };
  split?: { total: string; weights: string[]; parts: string[] };
  cumulative?: { originalTax: string; creditedTaxable: string; creditedTaxBefore: string };
  accounting?: { currency: string; rate: string; tax: string };
  proration?: Proration | Proration[];
};

const cases = file.cases as unknown as TaxCase[];

test("there are 18 cases", () => {
  expect(cases).toHaveLength(18);
});

test.each(cases)("$id $title", (taxCase) => {
  const currency = currencyOf(taxCase.currency);
  const minor = (text: string): AmountMinor => roundToMinor(text, currency);
  const text = (amount: AmountMinor): string => minorToDecimal(amount, currency).toFixed(2);
  const taxed = (amount: AmountMinor, of: { category: string; rate: string }) => ({
    amountMinor: amount,
    taxCategory: of.category as TaxCategory,
    taxRate: of.rate,
  });

  const lines = taxCase.lines.flatMap((line) => {
    const exact = decimal(line.quantity).times(line.unitPrice).div(line.baseQuantity).minus(line.allowance);
    const net = roundToMinor(exact.plus(line.charge), currency);
    expect(text(net)).toBe(line.expectNet);
    return Array.from({ length: line.repeat ?? 1 }, () => taxed(net, line));
  });
  const document = [
    ...lines,
    ...taxCase.documentAllowances.map((allowance) => taxed(negateMinor(minor(allowance.amount)), allowance)),
    ...taxCase.documentCharges.map((charge) => taxed(minor(charge.amount), charge)),
  ];
  const { taxes, totals } = invoiceTotals(document);
  const { expect: expected } = taxCase;

  expect(text(sumMinor(lines.map((line) => line.amountMinor)))).toBe(expected.sumOfLines);
  expect(text(totals.subtotalMinor)).toBe(expected.taxExclusive);
  expect(
    taxes.map((row) => ({
      category: row.category,
      rate: row.rate,
      taxable: text(row.baseMinor),
      tax: text(row.taxMinor),
    })),
  ).toEqual(expected.breakdown.map(({ category, rate, taxable, tax }) => ({ category, rate, taxable, tax })));
  expect(text(totals.taxMinor)).toBe(expected.taxTotal);
  expect(text(totals.taxMinor)).not.toBe(taxCase.mustNotBe.taxTotal);
  expect(text(totals.totalMinor)).toBe(expected.taxInclusive);
  expect(text(applyCreditBalance(totals.totalMinor, minor(taxCase.prepaid)).dueMinor)).toBe(expected.due);
});

const having = <Key extends "split" | "cumulative" | "accounting" | "proration">(key: Key) =>
  cases.flatMap((taxCase) => {
    const given = taxCase[key];
    return given ? [{ id: taxCase.id, currency: currencyOf(taxCase.currency), given }] : [];
  });

test.each(having("split"))("$id splits by largest remainder", ({ currency, given }) => {
  const parts = allocate(roundToMinor(given.total, currency), given.weights);
  expect(parts.map((part) => minorToDecimal(part, currency).toFixed(2))).toEqual(given.parts);
});

test.each(having("cumulative"))("$id credits tax cumulatively", ({ currency, given }) => {
  const minor = (text: string) => roundToMinor(text, currency);
  const credited = creditRow(
    {
      category: "S",
      rate: "24",
      invoicedNetMinor: minor("3.03"),
      invoicedTaxMinor: minor(given.originalTax),
      creditedNetMinor: amountMinor(0),
      creditedTaxMinor: minor(given.creditedTaxBefore),
    },
    minor(given.creditedTaxable),
  );
  expect(credited.taxMinor).toBe(24);
});

test.each(having("accounting"))("$id restates its tax", ({ currency, given }) => {
  const tax = { amountMinor: amountMinor(2400), currency };
  const accounting = { currency: currencyOf(given.currency), exchangeRate: given.rate };
  expect(minorToDecimal(taxInAccountingCurrency(tax, accounting), accounting.currency).toFixed(2)).toBe(given.tax);
});

test.each(having("proration"))("$id prorates by day", ({ currency, given }) => {
  for (const { amount, num, den, result } of [given].flat()) {
    const share = roundToMinor(decimal(amount).times(num).div(den), currency);
    expect(minorToDecimal(share, currency).toFixed(2)).toBe(result);
  }
});

test("three partial credit notes sum to the invoice's tax, where rounding each alone would lose a cent", () => {
  const third = amountMinor(101);
  const row = {
    category: "S" as const,
    rate: "24",
    invoicedNetMinor: amountMinor(303),
    invoicedTaxMinor: amountMinor(73),
  };
  let creditedNetMinor = amountMinor(0);
  let creditedTaxMinor = amountMinor(0);
  for (let note = 0; note < 3; note += 1) {
    const credited = creditRow({ ...row, creditedNetMinor, creditedTaxMinor }, third);
    creditedNetMinor = sumMinor([creditedNetMinor, credited.netMinor]);
    creditedTaxMinor = sumMinor([creditedTaxMinor, credited.taxMinor]);
  }

  expect(creditedTaxMinor).toBe(73);
  expect(taxOf(third, "24") * 3).toBe(72);
  expect(() => creditRow({ ...row, creditedNetMinor, creditedTaxMinor }, amountMinor(1))).toThrow("303");
  expect(subtractMinor(row.invoicedNetMinor, creditedNetMinor)).toBe(0);
});
