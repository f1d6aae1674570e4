import fc from "fast-check";
import { expect, test } from "vitest";

import { isAppError } from "@/lib/core/errors";
import { amountMinor, sumMinor } from "@/lib/core/money";
import { creditNoteTotals, creditRow, splitCredit } from "@/lib/invoicing/credit-note";
import { assertTransition, canTransition, INVOICE_STATUSES } from "@/lib/invoicing/invoice";
import { formatNumber } from "@/lib/invoicing/invoice-number";
import { openAmount } from "@/lib/invoicing/invoice-totals";
import { splitGross, taxOf, taxTotals } from "@/lib/invoicing/tax";

test("only the legal transitions of an invoice pass", () => {
  const legal = INVOICE_STATUSES.flatMap((from) =>
    INVOICE_STATUSES.filter((to) => canTransition(from, to)).map((to) => `${from} ${to}`),
  );
  expect(legal).toEqual([
    "draft open",
    "draft paid",
    "open paid",
    "open void",
    "open uncollectible",
    "uncollectible paid",
    "uncollectible void",
  ]);
  expect(() => assertTransition("paid", "void")).toThrow(
    expect.toSatisfy((error: unknown) => isAppError(error, "illegal_transition")),
  );
});

test.each([
  ["NC", "invoice", 123, "NC-2026-000123"],
  ["NC", "credit_note", 1, "NC-CN-2026-000001"],
  ["NC", "receipt", 1, "NC-R-2026-000001"],
  ["TEST", "invoice", 1234567, "TEST-2026-1234567"],
] as const)("%s %s %i is written %s", (prefix, series, n, number) => {
  expect(formatNumber({ prefix, series, year: 2026, n })).toBe(number);
});

test("rates that differ only in writing are one row, categories are apart", () => {
  const line = (taxCategory: "S" | "E", taxRate: string) => ({ amountMinor: amountMinor(100), taxCategory, taxRate });
  expect(taxTotals([line("S", "24"), line("S", "24.00"), line("E", "0")])).toEqual([
    { category: "S", rate: "24", baseMinor: 200, taxMinor: 48 },
    { category: "E", rate: "0", baseMinor: 100, taxMinor: 0 },
  ]);
});

test("a gross price never changes, and its tax is what the rate takes of the net", () => {
  expect(splitGross(amountMinor(12_400), "24")).toEqual({ netMinor: 10_000, taxMinor: 2400 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e10 }), fc.constantFrom("24", "13", "5.5", "0"), (gross, rate) => {
      const { netMinor, taxMinor } = splitGross(amountMinor(gross), rate);
      expect(netMinor + taxMinor).toBe(gross);
      expect(Math.abs(taxOf(netMinor, rate) - taxMinor)).toBeLessThanOrEqual(1);
    }),
  );
});

test("however an invoice is credited, the notes sum to it and never exceed it", () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(cuts, fc.constantFrom("24", "13", "6", "23.33"), (parts, rate) => {
      const invoiced = sumMinor(parts.map(amountMinor));
      const row = { category: "S" as const, rate, invoicedNetMinor: invoiced, invoicedTaxMinor: taxOf(invoiced, rate) };
      let creditedNetMinor = amountMinor(0);
      let creditedTaxMinor = amountMinor(0);
      for (const part of parts) {
        const note = creditRow({ ...row, creditedNetMinor, creditedTaxMinor }, amountMinor(part));
        expect(note.taxMinor).toBeGreaterThanOrEqual(0);
        creditedNetMinor = sumMinor([creditedNetMinor, note.netMinor]);
        creditedTaxMinor = sumMinor([creditedTaxMinor, note.taxMinor]);
      }
      expect([creditedNetMinor, creditedTaxMinor]).toEqual([invoiced, row.invoicedTaxMinor]);
      expect(() => creditRow({ ...row, creditedNetMinor, creditedTaxMinor }, amountMinor(1))).toThrow(
        expect.toSatisfy((error: unknown) => isAppError(error, "credit_exceeds_invoice")),
      );
    }),
  );
});

test("a credit note over two rates has a row for each, and none for what is not credited", () => {
  const row = (rate: string, net: number) => ({
    category: "S" as const,
    rate,
    invoicedNetMinor: amountMinor(net),
    invoicedTaxMinor: taxOf(amountMinor(net), rate),
    creditedNetMinor: amountMinor(0),
    creditedTaxMinor: amountMinor(0),
  });
  expect(
    creditNoteTotals([
      { row: row("24", 1000), netMinor: amountMinor(500) },
      { row: row("13", 1000), netMinor: amountMinor(1000) },
      { row: row("6", 1000), netMinor: amountMinor(0) },
    ]),
  ).toMatchObject({ rows: [{ taxMinor: 120 }, { taxMinor: 130 }], netMinor: 1500, taxMinor: 250, totalMinor: 1750 });
});

test("a credit first lowers what is open; what is open never falls below zero", () => {
  expect(splitCredit(amountMinor(100), amountMinor(30))).toEqual({ offOpenMinor: 30, restMinor: 70 });
  expect(splitCredit(amountMinor(100), amountMinor(300))).toEqual({ offOpenMinor: 100, restMinor: 0 });
  const paid = { totalMinor: amountMinor(100), creditedMinor: amountMinor(20), creditAppliedMinor: amountMinor(30) };
  expect(openAmount({ ...paid, paidMinor: amountMinor(10) })).toBe(40);
  expect(openAmount({ ...paid, paidMinor: amountMinor(90) })).toBe(0);
});
