import type { InvoiceSummary } from "@/emails/_components/invoice-summary";
import type { MailProps } from "@/emails/mail-props";
import type { MailTemplates } from "@/emails/render-mail";
import { calendarDate } from "@/lib/core/calendar";
import type { Locale } from "@/lib/core/locale";
import { amountMinor } from "@/lib/core/money";

/** A Starter plan in its first unpaid month. Names, numbers and addresses are invented. */
const INVOICE: InvoiceSummary = {
  number: "NC-2026-001201",
  currency: "EUR",
  lines: [
    { label: { el: "Starter, 1 έως 30 Νοεμβρίου", en: "Starter, 1 to 30 November" }, amountMinor: amountMinor(2900) },
  ],
  taxes: [{ rate: "24", taxMinor: amountMinor(696) }],
  totalMinor: amountMinor(3596),
  creditAppliedMinor: amountMinor(0),
  paidMinor: amountMinor(0),
  dueMinor: amountMinor(3596),
};

export const PAID_INVOICE: InvoiceSummary = { ...INVOICE, paidMinor: amountMinor(3596), dueMinor: amountMinor(0) };

function common(locale: Locale): MailProps {
  return {
    locale,
    appUrl: "https://newconcierge.example",
    test: false,
    organizationName: locale === "el" ? "Ακτή Διαχείριση Ε.Ε." : "Akti Management",
  };
}

/** One set of props for each template. */
export function sampleProps(locale: Locale): MailTemplates {
  return {
    "invoice-issued": {
      ...common(locale),
      invoice: INVOICE,
      issuedOn: calendarDate("2026-11-01"),
      collection: { by: "card", methodLabel: "Mastercard 0341", on: calendarDate("2026-11-02") },
      viewPath: "/manager/billing/invoices/1",
      payPath: "/pay/token",
      changeMethodPath: "/pay/token/method",
      hasPdf: true,
    },
    "payment-confirmed": {
      ...common(locale),
      invoice: PAID_INVOICE,
      amountMinor: amountMinor(3596),
      paidOn: calendarDate("2026-11-01"),
      methodLabel: "Mastercard 0341",
      receiptNumber: "NC-R-2026-000311",
      nextInvoiceOn: calendarDate("2026-12-01"),
      viewPath: "/manager/billing/invoices/1",
    },
    "payment-failed": {
      ...common(locale),
      invoice: INVOICE,
      failedOn: calendarDate("2026-11-01"),
      retryOn: [calendarDate("2026-11-04"), calendarDate("2026-11-06"), calendarDate("2026-11-08")],
      methodLabel: "Mastercard 0341",
      reason: locale === "el" ? "ανεπαρκές υπόλοιπο" : "insufficient funds",
      payPath: "/pay/token",
      changeMethodPath: "/pay/token/method",
    },
    welcome: {
      ...common(locale),
      personName: locale === "el" ? "Ελένη" : "Eleni",
      planName: "Professional",
      startedOn: calendarDate("2026-11-01"),
      trial: {
        endsOn: calendarDate("2026-11-15"),
        remindOn: calendarDate("2026-11-12"),
        price: { amountMinor: amountMinor(5900), currency: "EUR", interval: "month" },
      },
      openPath: "/manager",
    },
  };
}
