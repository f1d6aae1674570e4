import type { Explanation } from "@/lib/invoicing/explanation";
import type { TaxCategory } from "@/lib/invoicing/tax";
import type { CalendarDate, Period } from "@/lib/core/calendar";
import type { Localized } from "@/lib/core/locale";
import type { AmountMinor } from "@/lib/core/money";

export const LINE_ITEM_KINDS = ["recurring", "usage", "one_off", "proration", "discount"] as const;

export type LineItemKind = (typeof LINE_ITEM_KINDS)[number];

/** One line of an invoice or credit note, net of tax. */
export type LineItem = {
  kind: LineItemKind;
  description: Localized;
  servicePeriod: Period;
  /** The day whose tax rate applies: in advance the period's start, usage its last day, one-off the delivery. */
  taxPoint: CalendarDate;
  /**
   * quantity × unitPrice, rounded, is the amount; in major units, the sign on the quantity (EN 16931 BR-27). A line of several
   * tiers or of part of a period is one unit at its rounded amount; its explanation has the rest.
   */
  quantity: string;
  unitPrice: string;
  amountExact: string;
  /** The exact amount rounded once; what is printed and summed. */
  amountMinor: AmountMinor;
  taxCategory: TaxCategory;
  /** In percent: "24". */
  taxRate: string;
  priceId?: string;
  chargeId?: string;
  metric?: string;
  explanation: Explanation;
};
