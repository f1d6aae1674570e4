import type { CalendarDate, Period } from "@/lib/core/calendar";
import type { Currency } from "@/lib/core/currency";
import type { Locale, Localized } from "@/lib/core/locale";
import type { AmountMinor } from "@/lib/core/money";

/** The documents we issue, each with a series of its own. */
export const INVOICE_DOCUMENT_KINDS = ["invoice", "credit_note", "receipt"] as const;

export type InvoiceDocumentKind = (typeof INVOICE_DOCUMENT_KINDS)[number];

/** What the band of a document says; derived from the payment attempts. */
export const DOCUMENT_PAYMENT_STATES = ["open", "processing", "partial", "paid", "failed"] as const;

export type DocumentPaymentState = (typeof DOCUMENT_PAYMENT_STATES)[number];

/** VAT category codes of EN 16931 (UNCL 5305, the subset the standard allows). */
export const DOCUMENT_TAX_CATEGORIES = ["S", "Z", "E", "AE", "K", "G", "O"] as const;

export type DocumentTaxCategory = (typeof DOCUMENT_TAX_CATEGORIES)[number];

export type InvoiceParty = { name: string; addressLines: string[]; vatId?: string };

export type InvoiceSeller = InvoiceParty & { registrationNumber?: string; email: string; iban?: string };

export type InvoiceDocumentLine = {
  position: number;
  description: Localized;
  /** How a usage line came to its quantity, as a sentence. */
  working?: Localized;
  /** Half-open; printed up to the day before its end. Absent on a one-off without a period. */
  servicePeriod?: Period;
  /** Decimal string; negative where the line takes away (EN 16931 BR-27 forbids a negative price). */
  quantity: string;
  /** Decimal string in whole currency units, without VAT. */
  unitPrice: string;
  /** Percent as a decimal string, e.g. "24". */
  taxRate: string;
  taxCategory: DocumentTaxCategory;
  /** Net of VAT. */
  amountMinor: AmountMinor;
};

/** One row per (category, rate): EN 16931 BG-23. */
export type InvoiceDocumentTax = {
  category: DocumentTaxCategory;
  /** Percent as a decimal string. */
  rate: string;
  baseMinor: AmountMinor;
  taxMinor: AmountMinor;
  /** The reason no VAT is charged: Directive 2006/112/EC art. 226 (11) and (11a). */
  exemptionText?: Localized;
};

export type InvoiceDocumentTotals = {
  subtotalMinor: AmountMinor;
  taxMinor: AmountMinor;
  totalMinor: AmountMinor;
  /** Credit notes and credit balance taken off this document. */
  creditAppliedMinor: AmountMinor;
  paidMinor: AmountMinor;
  dueMinor: AmountMinor;
};

export type InvoiceDocumentPayment = {
  state: DocumentPaymentState;
  /** ISO 8601 instant. */
  paidAt?: string;
  /** IANA name; the zone in which `paidAt` is printed. */
  timeZone: string;
};

/** `logo` is a PNG or JPEG data URI; `color` a hex value, used only where it can be read on white. */
export type InvoiceBranding = { name: string; logo?: string; color?: string };

/** What the Greek tax authority returns for a transmitted document. */
export type InvoiceFiscalMarks = { mark: string; uid: string; qrUrl: string };

/**
 * Everything a printed document says: the contents Directive 2006/112/EC art. 226 asks for, and the payment state. A
 * plain value that survives JSON, so that it can be stored beside the PDF and sent to the thread that draws it.
 */
export type InvoiceDocument = {
  kind: InvoiceDocumentKind;
  number: string;
  issueDate: CalendarDate;
  dueDate?: CalendarDate;
  currency: Currency;
  /** The language printed first; the other one stands beside or beneath it. */
  locale: Locale;
  seller: InvoiceSeller;
  customer: InvoiceParty;
  subscriptionLabel?: Localized;
  /** E.g. "Visa 4242". */
  paymentMethodLabel?: string;
  /** The document this one amends: Directive 2006/112/EC art. 219. */
  corrects?: { number: string; issueDate: CalendarDate };
  payment: InvoiceDocumentPayment;
  lines: InvoiceDocumentLine[];
  taxes: InvoiceDocumentTax[];
  totals: InvoiceDocumentTotals;
  /** A document of a test organization: carries the word TEST and no fiscal value. */
  test: boolean;
  branding: InvoiceBranding;
  fiscal?: InvoiceFiscalMarks;
};
