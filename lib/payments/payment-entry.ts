import { type AmountMinor, addMinor, negateMinor, ZERO_MINOR } from "@/lib/core/money";
import { type EntryHeader, type JournalEntry, paymentReceivedEntry } from "@/lib/ledger/journal-entry";

/**
 * Money that arrived, against the debt it settles. What it leaves over (the invoice was credited or paid meanwhile) is owed
 * back to the customer as credit balance: a payment is never dropped, and never books a debt below zero.
 */
export function paymentEntry(
  header: EntryHeader,
  payment: { appliedMinor: AmountMinor; surplusMinor: AmountMinor },
): JournalEntry {
  const { appliedMinor, surplusMinor } = payment;
  if (surplusMinor === ZERO_MINOR) {
    return paymentReceivedEntry(header, { amountMinor: appliedMinor, feeMinor: ZERO_MINOR });
  }
  const lines = [
    { account: "cash_at_provider" as const, amountMinor: addMinor(appliedMinor, surplusMinor) },
    { account: "receivable" as const, amountMinor: negateMinor(appliedMinor) },
    { account: "credit_balance" as const, amountMinor: negateMinor(surplusMinor) },
  ];
  return { kind: "payment_received", ...header, lines: lines.filter((line) => line.amountMinor !== 0) };
}
