import type { CalendarDate, Period } from "@/lib/core/calendar";
import type { Currency } from "@/lib/core/currency";
import type { Localized } from "@/lib/core/locale";
import type { AmountMinor } from "@/lib/core/money";
import type { Explanation } from "@/lib/invoicing/explanation";
import type { InvoiceStatus } from "@/lib/invoicing/invoice";
import type { InvoiceParty } from "@/lib/invoicing/invoice-party";

/** A line as a page shows it, with how it came to be. */
export type ViewedLine = {
  id: string;
  description: Localized;
  servicePeriod: Period;
  quantity: string;
  /** In major units. */
  unitPrice: string;
  taxRate: string;
  amountMinor: AmountMinor;
  explanation: Explanation;
};

export type ViewedTax = {
  category: string;
  rate: string;
  baseMinor: AmountMinor;
  taxMinor: AmountMinor;
  exemptionText: Localized | null;
};

/** An invoice, or the draft of one, as it is stored. A draft has neither number nor dates. */
export type InvoiceView = {
  id: string;
  status: InvoiceStatus;
  number: string | null;
  issueDate: CalendarDate | null;
  dueDate: CalendarDate | null;
  paidAt: Date | null;
  currency: Currency;
  isTest: boolean;
  seller: InvoiceParty;
  customer: InvoiceParty;
  subscriptionId: string | null;
  billingPeriodId: string | null;
  subscriptionLabel: Localized | null;
  lines: ViewedLine[];
  taxes: ViewedTax[];
  subtotalMinor: AmountMinor;
  taxMinor: AmountMinor;
  totalMinor: AmountMinor;
  /** Credit notes, and credit balance, taken off it. */
  creditedMinor: AmountMinor;
  creditAppliedMinor: AmountMinor;
  paidMinor: AmountMinor;
  dueMinor: AmountMinor;
};
