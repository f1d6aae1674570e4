import { minorToDecimal } from "@/lib/core/rounding";
import { minorDigits } from "@/lib/core/currency";
import type { InvoiceRow } from "@/lib/invoicing/invoice-list";

const HEAD = ["number", "issue_date", "due_date", "status", "currency", "net", "vat", "total", "amount_due"];

/**
 * Invoices as RFC 4180, amounts in major units with a point. Begins with a byte order mark, without which spreadsheets take
 * UTF-8 for something else. None of the fields is free text, so none needs quotes.
 */
export function invoiceCsv(rows: readonly InvoiceRow[]): string {
  const lines = rows.map((row) => {
    const amount = (minor: InvoiceRow["netMinor"]) =>
      minorToDecimal(minor, row.currency).toFixed(minorDigits(row.currency));
    const { number, issueDate, dueDate, status, currency } = row;
    const amounts = [row.netMinor, row.taxMinor, row.totalMinor, row.dueMinor].map(amount);
    return [number, issueDate, dueDate ?? "", status, currency, ...amounts];
  });
  return `\uFEFF${[HEAD, ...lines].map((fields) => `${fields.join(",")}\r\n`).join("")}`;
}
