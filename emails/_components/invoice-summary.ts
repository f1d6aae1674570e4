import type { LedgerRow, LetterContent } from "@/emails/_components/letter-content";
import type { MailTranslator } from "@/emails/_components/mail-translator";
import { assert } from "@/lib/core/assert";
import type { Currency } from "@/lib/core/currency";
import { formatMoney, formatPercent } from "@/lib/core/format";
import type { Locale, Localized } from "@/lib/core/locale";
import { type AmountMinor, negateMinor, sumMinor } from "@/lib/core/money";

/** The figures of an invoice as a mail shows them, all as stored. */
export type InvoiceSummary = {
  number: string;
  currency: Currency;
  lines: { label: Localized; amountMinor: AmountMinor }[];
  /** `rate` in percent as a decimal string. */
  taxes: { rate: string; taxMinor: AmountMinor }[];
  totalMinor: AmountMinor;
  creditAppliedMinor: AmountMinor;
  paidMinor: AmountMinor;
  dueMinor: AmountMinor;
};

/** More would push the next steps out of sight; the rest is one row with its own sum. */
const MAX_LINES = 8;

type LedgerOptions = { locale: Locale; t: MailTranslator; closing: "total" | "due" };

function lineRows(invoice: InvoiceSummary, { locale, t }: LedgerOptions): LedgerRow[] {
  const money = (amount: AmountMinor) => formatMoney(amount, invoice.currency, locale);
  const shown = invoice.lines.length > MAX_LINES ? invoice.lines.slice(0, MAX_LINES - 1) : invoice.lines;
  const rest = invoice.lines.slice(shown.length);
  const rows = shown.map(({ label, amountMinor }) => ({ label: label[locale], value: money(amountMinor) }));
  if (rest.length > 0) {
    const sum = sumMinor(rest.map((line) => line.amountMinor));
    rows.push({ label: t("ledger.otherLines", { count: rest.length }), value: money(sum) });
  }
  return rows;
}

/**
 * The invoice as leaders and a double rule: net lines, VAT, and the total; with "due" also what was taken off it. Throws
 * AssertionError when the parts do not add up, because a double rule says that they do.
 */
export function invoiceLedger(invoice: InvoiceSummary, options: LedgerOptions): NonNullable<LetterContent["ledger"]> {
  const { locale, t, closing } = options;
  const { creditAppliedMinor, paidMinor, totalMinor, dueMinor } = invoice;
  const money = (amount: AmountMinor) => formatMoney(amount, invoice.currency, locale);
  const parts = [...invoice.lines.map((line) => line.amountMinor), ...invoice.taxes.map((tax) => tax.taxMinor)];
  assert(sumMinor(parts) === totalMinor, `the parts of ${invoice.number} do not add up to its total`);
  assert(
    totalMinor - creditAppliedMinor - paidMinor === dueMinor,
    `${invoice.number} does not leave what it says is due`,
  );

  const rows: LedgerRow[] = [{ label: t("ledger.invoice"), value: invoice.number }, ...lineRows(invoice, options)];
  for (const { rate, taxMinor } of invoice.taxes) {
    rows.push({ label: t("ledger.tax", { rate: formatPercent(rate, locale) }), value: money(taxMinor) });
  }
  if (closing === "total" || dueMinor === totalMinor) {
    return { rows, total: { label: t("ledger.total"), value: money(totalMinor) } };
  }

  if (creditAppliedMinor !== 0) rows.push({ label: t("ledger.credit"), value: money(negateMinor(creditAppliedMinor)) });
  if (paidMinor !== 0) rows.push({ label: t("ledger.alreadyPaid"), value: money(negateMinor(paidMinor)) });
  return { rows, total: { label: t("ledger.due"), value: money(dueMinor) } };
}
