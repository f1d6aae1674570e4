import { assert } from "@/lib/core/assert";

/** Separate series, each gapless within a year: invoices, credit notes, receipts. */
export const DOCUMENT_SERIES = ["invoice", "credit_note", "receipt"] as const;

export type DocumentSeries = (typeof DOCUMENT_SERIES)[number];

const SERIES_MARK: Record<DocumentSeries, string> = { invoice: "", credit_note: "CN-", receipt: "R-" };

/** `NC-2026-000123`, `NC-CN-2026-000001`, `NC-R-2026-000001`; the year is that of issue in the issuer's time zone. */
export function formatNumber(number: { prefix: string; series: DocumentSeries; year: number; n: number }): string {
  assert(Number.isSafeInteger(number.n) && number.n >= 1, `a document's number starts from 1, not ${number.n}`);
  return `${number.prefix}-${SERIES_MARK[number.series]}${number.year}-${String(number.n).padStart(6, "0")}`;
}
