import fc from "fast-check";
import { expect, test } from "vitest";

import { calendarDate } from "@/lib/core/calendar";
import { currencyOf } from "@/lib/core/currency";
import { type AmountMinor, amountMinor, sumMinor } from "@/lib/core/money";
import {
  creditBalanceAppliedEntry,
  creditBalanceGrantedEntry,
  creditNoteIssuedEntry,
  disputeLostEntry,
  disputeOpenedEntry,
  disputeWonEntry,
  invoiceIssuedEntry,
  type JournalEntry,
  paymentReceivedEntry,
  refundPaidEntry,
  revenueRecognisedEntry,
  writeOffEntry,
} from "@/lib/ledger/journal-entry";

const header = { date: calendarDate("2026-04-01"), currency: currencyOf("EUR") };
const minor = (value: number): AmountMinor => amountMinor(value);
const amounts = {
  netMinor: { recurring: minor(5900), usage: minor(3238), one_off: minor(0) },
  taxMinor: minor(2193),
};
const balances = (...entries: JournalEntry[]) => {
  const sums: Record<string, number> = {};
  for (const { account, amountMinor: amount } of entries.flatMap(({ lines }) => lines)) {
    sums[account] = (sums[account] ?? 0) + amount;
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
};

test("an invoice is owed in full; what is billed in advance is deferred", () => {
  expect(invoiceIssuedEntry(header, amounts)).toEqual({
    kind: "invoice_issued",
    ...header,
    lines: [
      { account: "receivable", amountMinor: 11331 },
      { account: "deferred_revenue", amountMinor: -5900 },
      { account: "revenue_usage", amountMinor: -3238 },
      { account: "tax_payable", amountMinor: -2193 },
    ],
  });
});

test("paid by credit balance and card, and earned, only cash, fee, tax and revenue remain", () => {
  expect(
    balances(
      creditBalanceGrantedEntry(header, minor(1331)),
      invoiceIssuedEntry(header, amounts),
      creditBalanceAppliedEntry(header, minor(1331)),
      paymentReceivedEntry(header, { amountMinor: minor(10_000), feeMinor: minor(175) }),
      revenueRecognisedEntry(header, minor(5900)),
    ),
  ).toEqual({
    cash_at_provider: 9825,
    provider_fees: 175,
    tax_payable: -2193,
    revenue_usage: -3238,
    revenue_subscription: -4569,
  });
});

test("a credit note for everything, refunded, leaves nothing behind", () => {
  expect(
    balances(
      invoiceIssuedEntry(header, amounts),
      paymentReceivedEntry(header, { amountMinor: minor(11_331), feeMinor: minor(0) }),
      creditNoteIssuedEntry(header, amounts, minor(0)),
      refundPaidEntry(header, minor(11_331)),
    ),
  ).toEqual({});
});

test("a credit note over a paid invoice becomes credit balance", () => {
  const note = creditNoteIssuedEntry(header, amounts, minor(11_331));
  expect(balances(note)).toMatchObject({ credit_balance: -11_331, tax_payable: 2193 });
  expect(balances(note)).not.toHaveProperty("receivable");
  expect(() => creditNoteIssuedEntry(header, amounts, minor(11_332))).toThrow("total");
});

test("a dispute freezes the money; won it comes back, lost it is gone", () => {
  const opened = disputeOpenedEntry(header, minor(500));
  expect(balances(opened, disputeWonEntry(header, minor(500)))).toEqual({});
  expect(balances(opened, disputeLostEntry(header, { amountMinor: minor(500), feeMinor: minor(20) }))).toEqual({
    bad_debt: 500,
    provider_fees: 20,
    cash_at_provider: -520,
  });
  expect(balances(writeOffEntry(header, minor(7)))).toEqual({ bad_debt: 7, receivable: -7 });
});

test("every entry sums to zero", () => {
  const amount = fc.integer({ min: 0, max: 1e10 }).map(minor);
  fc.assert(
    fc.property(amount, amount, amount, (recurring, usage, taxMinor) => {
      const document = { netMinor: { recurring, usage, one_off: minor(1) }, taxMinor };
      for (const { lines } of [invoiceIssuedEntry(header, document), creditNoteIssuedEntry(header, document, usage)]) {
        expect(sumMinor(lines.map((line) => line.amountMinor))).toBe(0);
      }
    }),
  );
});
