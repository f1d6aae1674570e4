import { formatDecimal, formatPercent, formatUnitPrice } from "@/lib/core/format";
import { type InvoiceView, type LabelKey, printedPeriod } from "@/lib/invoicing/adapters/pdf/invoice-view";
import type { InvoiceDocumentLine } from "@/lib/invoicing/invoice-document";

/** The columns beside the description, which takes what they leave. */
export const FIGURE_COLUMNS = ["period", "quantity", "unitPrice", "tax", "net"] as const;

export type FigureColumn = (typeof FIGURE_COLUMNS)[number];

const LABEL: Record<FigureColumn, LabelKey> = {
  period: "line.period",
  quantity: "line.quantity",
  unitPrice: "line.unitPrice",
  tax: "line.tax",
  net: "line.net",
};

/** Points per character of Sofia Sans, rounded up: figures at 10.1 and labels at 9, the widest of each. */
const FIGURE_WIDTH = 5.35;
const LABEL_WIDTH = 4.95;

export const COLUMN_GAP = 9;

/** The figures of a line as they are printed. */
export function figuresOf(view: InvoiceView, line: InvoiceDocumentLine): Record<FigureColumn, string> {
  const { currency, locale } = view.document;
  return {
    period: line.servicePeriod === undefined ? "" : printedPeriod(line.servicePeriod),
    quantity: formatDecimal(line.quantity, locale),
    unitPrice: formatUnitPrice(line.unitPrice, currency, locale),
    tax: formatPercent(line.taxRate, locale),
    net: view.money(line.amountMinor),
  };
}

/** Each column as wide as the longest thing in it, so that an amount is never broken over two lines. */
export function columnWidths(view: InvoiceView): Record<FigureColumn, number> {
  const rows = view.document.lines.map((line) => figuresOf(view, line));
  const widthOf = (column: FigureColumn): number => {
    const { first, second = "" } = view.label(LABEL[column]);
    const longest = rows.reduce((length, row) => Math.max(length, row[column].length), 0);
    return Math.ceil(Math.max(longest * FIGURE_WIDTH, first.length * LABEL_WIDTH, second.length * LABEL_WIDTH));
  };
  return {
    period: widthOf("period"),
    quantity: widthOf("quantity"),
    unitPrice: widthOf("unitPrice"),
    tax: widthOf("tax"),
    net: widthOf("net"),
  };
}

export function columnLabel(view: InvoiceView, column: FigureColumn) {
  return view.label(LABEL[column]);
}
