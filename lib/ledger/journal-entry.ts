import { assert, assertNever } from "@/lib/core/assert";
import type { Currency } from "@/lib/core/currency";
import { type AmountMinor, amountMinor, negateMinor, subtractMinor, sumMinor } from "@/lib/core/money";
import type { Account } from "@/lib/ledger/account";

/** Debits are positive, credits negative. The lines of an entry sum to zero per currency and are never updated. */
export type JournalLine = { account: Account; currency: Currency; amountMinor: AmountMinor };

/** An amount that moves. */
export type Movement = { currency: Currency; amountMinor: AmountMinor };

type Posting = { account: Account; amountMinor: AmountMinor };

function debit(account: Account, amount: AmountMinor): Posting {
  return { account, amountMinor: amount };
}

function credit(account: Account, amount: AmountMinor): Posting {
  return { account, amountMinor: negateMinor(amount) };
}

/** One line for each account that moves. Throws AssertionError when the postings do not balance. */
function entry(currency: Currency, postings: readonly Posting[]): JournalLine[] {
  assert(sumMinor(postings.map((posting) => posting.amountMinor)) === 0, "a journal entry does not balance");

  const byAccount = new Map<Account, number>();
  for (const posting of postings) {
    byAccount.set(posting.account, (byAccount.get(posting.account) ?? 0) + posting.amountMinor);
  }
  return [...byAccount]
    .filter(([, sum]) => sum !== 0)
    .map(([account, sum]) => ({ account, currency, amountMinor: amountMinor(sum) }));
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

function documentCredits({ lineItems, totals }: DocumentAmounts): Posting[] {
  return [
    ...lineItems.map((line) => credit(accountOfLine(line), line.amountMinor)),
    credit("tax_payable", totals.taxMinor),
  ];
}

/** An issued invoice: what credit balance pays of it is used up, the rest is owed; tax is owed onwards. */
export function invoiceIssuedEntry(invoice: DocumentAmounts & { creditAppliedMinor: AmountMinor }): JournalLine[] {
  return entry(invoice.currency, [
    debit("receivable", subtractMinor(invoice.totals.totalMinor, invoice.creditAppliedMinor)),
    debit("credit_balance", invoice.creditAppliedMinor),
    ...documentCredits(invoice),
  ]);
}

/**
 * A credit note takes back what its invoice booked. What it leaves over the open amount goes to the credit balance; a
 * refund leaves it on receivable until the money is paid out. Amounts are positive, as printed on the note.
 */
export function creditNoteIssuedEntry(note: DocumentAmounts & { toCreditBalanceMinor: AmountMinor }): JournalLine[] {
  const total = note.totals.totalMinor;
  assert(
    note.toCreditBalanceMinor >= 0 && note.toCreditBalanceMinor <= total,
    "more credit balance than the note's total",
  );
  return entry(note.currency, [
    ...documentCredits(note).map((posting) => debit(posting.account, negateMinor(posting.amountMinor))),
    credit("receivable", subtractMinor(total, note.toCreditBalanceMinor)),
    credit("credit_balance", note.toCreditBalanceMinor),
  ]);
}

/** Credit balance pays part of an invoice that is already issued. */
export function creditBalanceAppliedEntry({ currency, amountMinor: amount }: Movement): JournalLine[] {
  return entry(currency, [debit("credit_balance", amount), credit("receivable", amount)]);
}

/** Goodwill: credit balance given without a document, at the cost of subscription revenue. */
export function creditBalanceGrantedEntry({ currency, amountMinor: amount }: Movement): JournalLine[] {
  return entry(currency, [debit("revenue_subscription", amount), credit("credit_balance", amount)]);
}

/** A payment arrives at the provider, who keeps a fee of it. */
export function paymentReceivedEntry(payment: Movement & { feeMinor: AmountMinor }): JournalLine[] {
  return entry(payment.currency, [
    debit("cash_at_provider", subtractMinor(payment.amountMinor, payment.feeMinor)),
    debit("provider_fees", payment.feeMinor),
    credit("receivable", payment.amountMinor),
  ]);
}

/** Money paid back, against what a credit note left on receivable. */
export function refundPaidEntry({ currency, amountMinor: amount }: Movement): JournalLine[] {
  return entry(currency, [debit("receivable", amount), credit("cash_at_provider", amount)]);
}

/** A dispute freezes the amount at the provider. */
export function disputeOpenedEntry({ currency, amountMinor: amount }: Movement): JournalLine[] {
  return entry(currency, [debit("disputes", amount), credit("cash_at_provider", amount)]);
}

export function disputeWonEntry({ currency, amountMinor: amount }: Movement): JournalLine[] {
  return entry(currency, [debit("cash_at_provider", amount), credit("disputes", amount)]);
}

/** A lost dispute is money gone, and the provider's fee for it. */
export function disputeLostEntry(dispute: Movement & { feeMinor: AmountMinor }): JournalLine[] {
  return entry(dispute.currency, [
    debit("bad_debt", dispute.amountMinor),
    credit("disputes", dispute.amountMinor),
    debit("provider_fees", dispute.feeMinor),
    credit("cash_at_provider", dispute.feeMinor),
  ]);
}

/** An invoice that will not be paid. Bad debt is not a credit note, so the tax on it stays due. */
export function writeOffEntry({ currency, amountMinor: amount }: Movement): JournalLine[] {
  return entry(currency, [debit("bad_debt", amount), credit("receivable", amount)]);
}

/** Days of a recurring line were served (IFRS 15, over time). Negative when a credit note takes revenue back. */
export function revenueRecognisedEntry({ currency, amountMinor: amount }: Movement): JournalLine[] {
  return entry(currency, [debit("deferred_revenue", amount), credit("revenue_subscription", amount)]);
}
