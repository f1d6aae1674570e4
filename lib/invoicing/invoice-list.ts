import type { CalendarDate } from "@/lib/core/calendar";
import type { Currency } from "@/lib/core/currency";
import type { ListPage } from "@/lib/core/list-page";
import type { Localized } from "@/lib/core/locale";
import type { AmountMinor } from "@/lib/core/money";
import type { InvoiceStatus, PaymentState } from "@/lib/invoicing/invoice";

/** The statuses an issued invoice can be asked for by; a draft is on no list. */
export const LISTED_STATUSES = ["open", "paid", "uncollectible", "void"] as const;
export type ListedStatus = (typeof LISTED_STATUSES)[number];

export const INVOICE_SORTS = ["issued", "number", "total"] as const;

/** One issued invoice in a list. */
export type InvoiceRow = {
  id: string;
  number: string;
  status: InvoiceStatus;
  payment: PaymentState;
  /** Charges that were refused, also when a later one went through. */
  failedAttempts: number;
  issueDate: CalendarDate;
  dueDate: CalendarDate | null;
  currency: Currency;
  netMinor: AmountMinor;
  taxMinor: AmountMinor;
  totalMinor: AmountMinor;
  /** What is still owed. */
  dueMinor: AmountMinor;
  /** The plan billed in advance on it, and the metrics billed in arrears. */
  planName: Localized | null;
  metrics: string[];
};

/** What all rows of a filter come to, on whatever page they are; one entry a currency. */
export type InvoiceSums = {
  currency: Currency;
  count: number;
  netMinor: AmountMinor;
  taxMinor: AmountMinor;
  totalMinor: AmountMinor;
};

export type InvoiceListPage = ListPage<InvoiceRow> & { sums: InvoiceSums[] };
