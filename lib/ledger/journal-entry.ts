import { assert, assertNever } from "@/lib/core/assert";
import type { Currency } from "@/lib/core/currency";
import { type AmountMinor, amountMinor, negateMinor, subtractMinor, sumMinor } from "@/lib/core/money";
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
export type JournalEntry = { kind: JournalEntryKind; currency: Currency; lines: JournalLine[] };

/** An amount that moves. */
export type Movement = { currency: Currency; amountMinor: AmountMinor };

function debit(account: Account, amount: AmountMinor): JournalLine {
  return { account, amountMinor: amount };
}

function credit(account: Account, amount: AmountMinor): JournalLine {
  return { account, amountMinor: negateMinor(amount) };
}

/** Throws AssertionError when the postings do not balance. */
function entry(kind: JournalEntryKind, currency: Currency, postings: readonly JournalLine[]): JournalEntry {
  assert(sumMinor(postings.map((posting) => posting.amountMinor)) === 0, `a ${kind} entry does not balance`);

  const byAccount = new Map<Account, number>();
  for (const posting of postings) {
    byAccount.set(posting.account, (byAccount.get(posting.account) ?? 0) + posting.amountMinor);
  }
  const lines = [...byAccount]
    .filter(([, sum]) => sum !== 0)
    .map(([account, sum]) => ({ account, amountMinor: amountMinor(sum) }));
  return { kind, currency, lines };
}

type EarningKind = "recurring" | "usage" | "one_off" | "proration";

/** A document's line as far as the books care: its kind, and for a discount the kind of line it lowers. */
export type DocumentLine = {
  kind: EarningKind | "discount";
  amountMinor: AmountMinor;
  explanation: { kind: string; of?: EarningKind };
};

/** A document's amounts; positive on invoices and on credit notes alike. */
export type DocumentAmounts = {
  currency: Currency;
  lineItems: readonly DocumentLine[];
  totals: { taxMinor: AmountMinor; totalMinor: AmountMinor };
};

/** Billed in advance is deferred until its days are served; usage and one-off sales are earned when billed. */
function earningAccount(kind: EarningKind): Account {
  switch (kind) {
    case "recurring":
    case "proration":
      return "deferred_revenue";
    case "usage":
      return "revenue_usage";
    case "one_off":
      return "revenue_one_off";
    default:
      return assertNever(kind);
  }
}

function accountOfLine(line: DocumentLine): Account {
  if (line.kind !== "discount") return earningAccount(line.kind);
  assert(line.explanation.of, "a discount line must say what it lowers");
  return earningAccount(line.explanation.of);
}

function documentCredits({ lineItems, totals }: DocumentAmounts): JournalLine[] {
  return [
    ...lineItems.map((line) => credit(accountOfLine(line), line.amountMinor)),
    credit("tax_payable", totals.taxMinor),
  ];
}

/** An issued invoice: what credit balance pays of it is used up, the rest is owed; tax is owed onwards. */
export function invoiceIssuedEntry(invoice: DocumentAmounts & { creditAppliedMinor: AmountMinor }): JournalEntry {
  return entry("invoice_issued", invoice.currency, [
    debit("receivable", subtractMinor(invoice.totals.totalMinor, invoice.creditAppliedMinor)),
    debit("credit_balance", invoice.creditAppliedMinor),
    ...documentCredits(invoice),
  ]);
}

/**
 * A credit note takes back what its invoice booked. What it leaves over the open amount goes to the credit balance; a
 * refund leaves it on receivable until the money is paid out. Amounts are positive, as printed on the note.
 */
export function creditNoteIssuedEntry(note: DocumentAmounts & { toCreditBalanceMinor: AmountMinor }): JournalEntry {
  const total = note.totals.totalMinor;
  assert(
    note.toCreditBalanceMinor >= 0 && note.toCreditBalanceMinor <= total,
    "more credit balance than the note's total",
  );
  return entry("credit_note_issued", note.currency, [
    ...documentCredits(note).map((posting) => debit(posting.account, negateMinor(posting.amountMinor))),
    credit("receivable", subtractMinor(total, note.toCreditBalanceMinor)),
    credit("credit_balance", note.toCreditBalanceMinor),
  ]);
}

/** Credit balance pays part of an invoice that is already issued. */
export function creditBalanceAppliedEntry({ currency, amountMinor: amount }: Movement): JournalEntry {
  return entry("credit_balance_applied", currency, [debit("credit_balance", amount), credit("receivable", amount)]);
}

/** Goodwill: credit balance given without a document, at the cost of subscription revenue. */
export function creditBalanceGrantedEntry({ currency, amountMinor: amount }: Movement): JournalEntry {
  return entry("credit_balance_granted", currency, [
    debit("revenue_subscription", amount),
    credit("credit_balance", amount),
  ]);
}

/** A payment arrives at the provider, who keeps a fee of it. */
export function paymentReceivedEntry(payment: Movement & { feeMinor: AmountMinor }): JournalEntry {
  return entry("payment_received", payment.currency, [
    debit("cash_at_provider", subtractMinor(payment.amountMinor, payment.feeMinor)),
    debit("provider_fees", payment.feeMinor),
    credit("receivable", payment.amountMinor),
  ]);
}

/** Money paid back, against what a credit note left on receivable. */
export function refundPaidEntry({ currency, amountMinor: amount }: Movement): JournalEntry {
  return entry("refund_paid", currency, [debit("receivable", amount), credit("cash_at_provider", amount)]);
}

/** A dispute freezes the amount at the provider. */
export function disputeOpenedEntry({ currency, amountMinor: amount }: Movement): JournalEntry {
  return entry("dispute_opened", currency, [debit("disputes", amount), credit("cash_at_provider", amount)]);
}

export function disputeWonEntry({ currency, amountMinor: amount }: Movement): JournalEntry {
  return entry("dispute_won", currency, [debit("cash_at_provider", amount), credit("disputes", amount)]);
}

/** A lost dispute is money gone, and the provider's fee for it. */
export function disputeLostEntry(dispute: Movement & { feeMinor: AmountMinor }): JournalEntry {
  return entry("dispute_lost", dispute.currency, [
    debit("bad_debt", dispute.amountMinor),
    credit("disputes", dispute.amountMinor),
    debit("provider_fees", dispute.feeMinor),
    credit("cash_at_provider", dispute.feeMinor),
  ]);
}

/** An invoice that will not be paid. Bad debt is not a credit note, so the tax on it stays due. */
export function writeOffEntry({ currency, amountMinor: amount }: Movement): JournalEntry {
  return entry("write_off", currency, [debit("bad_debt", amount), credit("receivable", amount)]);
}

/** Days of a recurring line were served (IFRS 15, over time). Negative when a credit note takes revenue back. */
export function revenueRecognisedEntry({ currency, amountMinor: amount }: Movement): JournalEntry {
  return entry("revenue_recognised", currency, [
    debit("deferred_revenue", amount),
    credit("revenue_subscription", amount),
  ]);
}
