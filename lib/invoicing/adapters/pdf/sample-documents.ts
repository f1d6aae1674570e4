import { calendarDate } from "@/lib/core/calendar";
import { amountMinor } from "@/lib/core/money";
import type { InvoiceDocument, InvoiceDocumentLine } from "@/lib/invoicing/invoice-document";

/** Two lines, paid by card: the document the others vary. Names, numbers and addresses are invented. */
export function sampleInvoice(change: Partial<InvoiceDocument> = {}): InvoiceDocument {
  return {
    kind: "invoice",
    number: "NC-2026-001184",
    issueDate: calendarDate("2026-11-01"),
    dueDate: calendarDate("2026-11-01"),
    currency: "EUR",
    locale: "el",
    seller: {
      name: "New Concierge Μ.ΙΚΕ",
      addressLines: ["Οδός Παραδείγματος 1, 105 00 Αθήνα"],
      vatId: "EL123456783",
      registrationNumber: "000000000000",
      email: "billing@newconcierge.example",
      iban: "GR16 0110 1250 0000 0001 2300 695",
    },
    customer: {
      name: "Ακτή Διαχείριση Ε.Ε.",
      addressLines: ["Οδός Δοκιμής 24, 106 00 Αθήνα"],
      vatId: "EL987654324",
    },
    subscriptionLabel: { el: "Professional, μηνιαία", en: "Professional, monthly" },
    paymentMethodLabel: "Visa 4242",
    payment: { state: "paid", paidAt: "2026-11-01T07:02:00Z", timeZone: "Europe/Athens" },
    lines: [planLine(), usageLine()],
    taxes: [{ category: "S", rate: "24", baseMinor: amountMinor(6800), taxMinor: amountMinor(1632) }],
    totals: {
      subtotalMinor: amountMinor(6800),
      taxMinor: amountMinor(1632),
      totalMinor: amountMinor(8432),
      creditAppliedMinor: amountMinor(0),
      paidMinor: amountMinor(8432),
      dueMinor: amountMinor(0),
    },
    test: false,
    branding: { name: "New Concierge" },
    ...change,
  };
}

export function planLine(change: Partial<InvoiceDocumentLine> = {}): InvoiceDocumentLine {
  return {
    position: 1,
    description: { el: "Πακέτο Professional", en: "Professional plan, in advance" },
    servicePeriod: { start: calendarDate("2026-11-01"), end: calendarDate("2026-12-01") },
    quantity: "1",
    unitPrice: "59",
    taxRate: "24",
    taxCategory: "S",
    amountMinor: amountMinor(5900),
    ...change,
  };
}

function usageLine(): InvoiceDocumentLine {
  return {
    position: 2,
    description: { el: "Κλήσεις API πάνω από 100.000", en: "API calls over 100,000, packages of 1,000" },
    working: {
      el: "117.300 κλήσεις − 100.000 = 17.300, δηλαδή 18 πακέτα των 1.000",
      en: "117,300 calls − 100,000 = 17,300, that is 18 packages of 1,000",
    },
    servicePeriod: { start: calendarDate("2026-10-01"), end: calendarDate("2026-11-01") },
    quantity: "18",
    unitPrice: "0.5",
    taxRate: "24",
    taxCategory: "S",
    amountMinor: amountMinor(900),
  };
}

const PRICE_MINOR = 2_375;

/** `count` lines of 23.75 €, over several pages when there are many. */
export function longInvoice(count: number, change: Partial<InvoiceDocument> = {}): InvoiceDocument {
  const net = amountMinor(PRICE_MINOR * count);
  const tax = amountMinor(Math.round(net * 0.24));
  const total = amountMinor(net + tax);
  return sampleInvoice({
    lines: Array.from({ length: count }, (_, index) =>
      planLine({
        position: index + 1,
        description: { el: `Πρόσθετο κτίριο, αριθμός ${index + 1}`, en: `Additional building, number ${index + 1}` },
        unitPrice: "23.75",
        amountMinor: amountMinor(PRICE_MINOR),
      }),
    ),
    taxes: [{ category: "S", rate: "24", baseMinor: net, taxMinor: tax }],
    totals: {
      subtotalMinor: net,
      taxMinor: tax,
      totalMinor: total,
      creditAppliedMinor: amountMinor(0),
      paidMinor: total,
      dueMinor: amountMinor(0),
    },
    ...change,
  });
}
