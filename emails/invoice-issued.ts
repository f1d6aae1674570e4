import { type InvoiceSummary, invoiceLedger } from "@/emails/_components/invoice-summary";
import type { LetterContent } from "@/emails/_components/letter-content";
import { mailTranslator } from "@/emails/_components/mail-translator";
import { ownUrl } from "@/emails/_components/own-url";
import type { MailProps } from "@/emails/mail-props";
import type { CalendarDate } from "@/lib/core/calendar";
import { formatMoney } from "@/lib/core/format";

export type InvoiceIssuedProps = MailProps & {
  invoice: InvoiceSummary;
  issuedOn: CalendarDate;
  /** How the amount due will reach us: by itself, or by the customer until a day. */
  collection: { by: "card"; methodLabel: string; on: CalendarDate } | { by: "customer"; dueOn: CalendarDate };
  viewPath: string;
  /** Pays without signing in again. */
  payPath: string;
  changeMethodPath: string;
  /** The PDF goes with the mail. */
  hasPdf: boolean;
};

function meaningOf({ locale, invoice, collection }: InvoiceIssuedProps): string {
  const t = mailTranslator(locale);
  if (invoice.dueMinor === 0) return t("invoiceIssued.settled");
  return collection.by === "card"
    ? t("invoiceIssued.automatic", { method: collection.methodLabel, on: t.on(collection.on) })
    : t("invoiceIssued.manual", t.day(collection.dueOn));
}

function actionsOf(props: InvoiceIssuedProps): Pick<LetterContent, "action" | "secondAction"> {
  const { locale, appUrl, invoice, collection, viewPath, payPath, changeMethodPath } = props;
  const t = mailTranslator(locale);
  const amount = formatMoney(invoice.dueMinor === 0 ? invoice.totalMinor : invoice.dueMinor, invoice.currency, locale);
  const view = { label: t("invoiceIssued.view", { amount }), href: ownUrl(appUrl, viewPath) };
  if (invoice.dueMinor === 0) return { action: view };
  if (collection.by === "customer") {
    return { action: { label: t("invoiceIssued.pay", { amount }), href: ownUrl(appUrl, payPath) } };
  }
  return {
    action: view,
    secondAction: { label: t("invoiceIssued.changeMethod"), href: ownUrl(appUrl, changeMethodPath) },
  };
}

function stepsOf({ locale, invoice, issuedOn, collection }: InvoiceIssuedProps): LetterContent["steps"] {
  const t = mailTranslator(locale);
  const issued = { date: issuedOn, label: t("invoiceIssued.issued"), kind: "done" } as const;
  if (invoice.dueMinor === 0) return [issued];
  return collection.by === "card"
    ? [issued, { date: collection.on, label: t("invoiceIssued.charge"), kind: "last" }]
    : [issued, { date: collection.dueOn, label: t("invoiceIssued.due"), kind: "last" }];
}

/** A document was issued: what it comes to, and who does what until when. */
export function invoiceIssued(props: InvoiceIssuedProps): LetterContent {
  const { locale, appUrl, test, organizationName, invoice } = props;
  const t = mailTranslator(locale);
  const amount = formatMoney(invoice.totalMinor, invoice.currency, locale);
  const values = { number: invoice.number, organization: organizationName, amount };

  return {
    locale,
    appUrl,
    test,
    subject: t("invoiceIssued.subject", values),
    status: { tone: invoice.dueMinor === 0 ? "done" : "open", text: t("invoiceIssued.status") },
    sentence: t.phrase(invoice.dueMinor === 0 ? "invoiceIssued.settledSentence" : "invoiceIssued.sentence", values),
    meaning: props.hasPdf ? `${meaningOf(props)} ${t("pdfAttached")}` : meaningOf(props),
    ...actionsOf(props),
    ledger: invoiceLedger(invoice, { locale, t, closing: "due" }),
    steps: stepsOf(props),
    reference: t("invoiceIssued.reference", values),
  };
}
