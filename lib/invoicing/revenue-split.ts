import { assertNever } from "@/lib/core/assert";
import { addMinor, type AmountMinor, ZERO_MINOR } from "@/lib/core/money";
import type { LineItem } from "@/lib/invoicing/line-item";
import type { DocumentAmounts, RevenueKind } from "@/lib/ledger/journal-entry";

/** As much of a line as tells whose revenue it is. */
export type RevenueLine = Pick<LineItem, "kind" | "amountMinor" | "explanation">;

/** The net of an invoice by what it earns: in advance, used, or delivered once. A discount lowers the kind it was given on. */
export function revenueSplit(lineItems: RevenueLine[]): DocumentAmounts["netMinor"] {
  const netMinor: Record<RevenueKind, AmountMinor> = { recurring: ZERO_MINOR, usage: ZERO_MINOR, one_off: ZERO_MINOR };
  for (const line of lineItems) {
    const kind = revenueKind(
      line.kind === "discount" && line.explanation.kind === "discount" ? line.explanation.of : line.kind,
    );
    netMinor[kind] = addMinor(netMinor[kind], line.amountMinor);
  }
  return netMinor;
}

function revenueKind(kind: LineItem["kind"]): RevenueKind {
  switch (kind) {
    case "recurring":
    case "proration":
      return "recurring";
    case "usage":
      return "usage";
    case "one_off":
    case "discount":
      return "one_off";
    default:
      return assertNever(kind);
  }
}
