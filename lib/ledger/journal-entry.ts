import { assert } from "@/lib/core/assert";
import type { CalendarDate } from "@/lib/core/calendar";
import type { Currency } from "@/lib/core/currency";
import { type AmountMinor, negateMinor, subtractMinor, sumMinor } from "@/lib/core/money";
import type { Account } from "@/lib/ledger/account";

/** Everything that moves money or what is owed. */
export type JournalEntryKind =
  | "invoice_issued"
  | "credit_note_issued"
  | "credit_balance_applied"
  | "credit_balance_granted"
  | "payment_received"
  | "refund_paid"
  | "dispute_opened"
  | "dispute_won"
  | "dispute_lost"
  | "write_off"
  | "revenue_recognised";

/** Debits are positive, credits negative. */
export type JournalLine = { account: Account; amountMinor: AmountMinor };

/** The lines sum to zero, one for each account that moves. Entries are posted once and never updated. */
export type JournalEntry = { kind: JournalEntryKind; date: CalendarDate; currency: Currency; lines: JournalLine[] };

/** When and in which currency an entry is posted. */
export type EntryHeader = { date: CalendarDate; currency: Currency };

function debit(account: Account, amount: AmountMinor): JournalLine {
  return { account, amountMinor: amount };
}

function credit(account: Account, amount: AmountMinor): JournalLine {
  return { account, amountMinor: negateMinor(amount) };
}

/** Throws AssertionError when the lines do not balance. */
function entry(kind: JournalEntryKind, header: EntryHeader, lines: readonly JournalLine[]): JournalEntry {
  assert(sumMinor(lines.map((line) => line.amountMinor)) === 0, `a ${kind} entry does not balance`);
  return {
    kind,
    date: header.date,
    currency: header.currency,
    lines: lines.filter((line) => line.amountMinor !== 0),
  };
}

/** What a document earns: billed in advance and earned day by day, used, or delivered once. */
export type RevenueKind = "recurring" | "usage" | "one_off";

/** Net amounts by what they earn (discounts already taken off the kind they lower), and the tax on them. Positive. */
export type DocumentAmounts = { netMinor: Record<RevenueKind, AmountMinor>; taxMinor: AmountMinor };

/** In advance is deferred until its days are served; usage and one-off sales are earned when billed; tax is owed onwards. */
function documentCredits({ netMinor, taxMinor }: DocumentAmounts): JournalLine[] {
  return [
    credit("deferred_revenue", netMinor.recurring),
    credit("revenue_usage", netMinor.usage),
    credit("revenue_one_off", netMinor.one_off),
    credit("tax_payable", taxMinor),
  ];
}

function documentTotal({ netMinor, taxMinor }: DocumentAmounts): AmountMinor {
  return sumMinor([netMinor.recurring, netMinor.usage, netMinor.one_off, taxMinor]);
}

/** An issued invoice is owed in full; credit balance and payments come after it. */
export function invoiceIssuedEntry(header: EntryHeader, amounts: DocumentAmounts): JournalEntry {
  return entry("invoice_issued", header, [debit("receivable", documentTotal(amounts)), ...documentCredits(amounts)]);
}

/**
 * A credit note takes back what its invoice booked. What it leaves over the open amount goes to the credit balance; a
 * refund leaves it on receivable until the money is paid out.
 */
export function creditNoteIssuedEntry(
  header: EntryHeader,
  amounts: DocumentAmounts,
  toCreditBalance: AmountMinor,
): JournalEntry {
  const total = documentTotal(amounts);
  assert(toCreditBalance >= 0 && toCreditBalance <= total, "more credit balance than the note's total");
  return entry("credit_note_issued", header, [
    ...documentCredits(amounts).map((line) => debit(line.account, negateMinor(line.amountMinor))),
    credit("receivable", subtractMinor(total, toCreditBalance)),
    credit("credit_balance", toCreditBalance),
  ]);
}

/** Credit balance pays part of an invoice. */
export function creditBalanceAppliedEntry(header: EntryHeader, amount: AmountMinor): JournalEntry {
  return entry("credit_balance_applied", header, [debit("credit_balance", amount), credit("receivable", amount)]);
}

/** Goodwill: credit balance given without a document, at the cost of subscription revenue. */
export function creditBalanceGrantedEntry(header: EntryHeader, amount: AmountMinor): JournalEntry {
  return entry("credit_balance_granted", header, [
    debit("revenue_subscription", amount),
    credit("credit_balance", amount),
  ]);
}

/** A payment arrives at the provider, who keeps a fee of it. */
export function paymentReceivedEntry(
  header: EntryHeader,
  payment: { amountMinor: AmountMinor; feeMinor: AmountMinor },
): JournalEntry {
  return entry("payment_received", header, [
    debit("cash_at_provider", subtractMinor(payment.amountMinor, payment.feeMinor)),
    debit("provider_fees", payment.feeMinor),
    credit("receivable", payment.amountMinor),
  ]);
}

/** Money paid back, against what a credit note left on receivable. */
export function refundPaidEntry(header: EntryHeader, amount: AmountMinor): JournalEntry {
  return entry("refund_paid", header, [debit("receivable", amount), credit("cash_at_provider", amount)]);
}

/** A dispute freezes the amount at the provider. */
export function disputeOpenedEntry(header: EntryHeader, amount: AmountMinor): JournalEntry {
  return entry("dispute_opened", header, [debit("disputes", amount), credit("cash_at_provider", amount)]);
}

export function disputeWonEntry(header: EntryHeader, amount: AmountMinor): JournalEntry {
  return entry("dispute_won", header, [debit("cash_at_provider", amount), credit("disputes", amount)]);
}

/** A lost dispute is money gone, and the provider's fee for it. */
export function disputeLostEntry(
  header: EntryHeader,
  dispute: { amountMinor: AmountMinor; feeMinor: AmountMinor },
): JournalEntry {
  return entry("dispute_lost", header, [
    debit("bad_debt", dispute.amountMinor),
    credit("disputes", dispute.amountMinor),
    debit("provider_fees", dispute.feeMinor),
    credit("cash_at_provider", dispute.feeMinor),
  ]);
}

/** An invoice that will not be paid. Bad debt is not a credit note, so the tax on it stays due. */
export function writeOffEntry(header: EntryHeader, amount: AmountMinor): JournalEntry {
  return entry("write_off", header, [debit("bad_debt", amount), credit("receivable", amount)]);
}

/** Days of a recurring line were served (IFRS 15, over time). Negative when a credit note takes revenue back. */
export function revenueRecognisedEntry(header: EntryHeader, amount: AmountMinor): JournalEntry {
  return entry("revenue_recognised", header, [
    debit("deferred_revenue", amount),
    credit("revenue_subscription", amount),
  ]);
}
