import { type InvoiceSummary, invoiceLedger } from "@/emails/_components/invoice-summary";
import type { LetterContent } from "@/emails/_components/letter-content";
import { mailTranslator } from "@/emails/_components/mail-translator";
import { ownUrl } from "@/emails/_components/own-url";
import type { MailProps } from "@/emails/mail-props";
import type { CalendarDate } from "@/lib/core/calendar";
import { formatMoney } from "@/lib/core/format";
import type { AmountMinor } from "@/lib/core/money";

export type PaymentConfirmedProps = MailProps & {
  /** As it stands after the payment. */
  invoice: InvoiceSummary;
  /** Of this payment, which may be a part. */
  amountMinor: AmountMinor;
  paidOn: CalendarDate;
  methodLabel?: string;
  receiptNumber?: string;
  nextInvoiceOn?: CalendarDate;
  viewPath: string;
};

function meaningOf({ locale, invoice, paidOn, methodLabel }: PaymentConfirmedProps): string {
  const t = mailTranslator(locale);
  const { number } = invoice;
  if (invoice.dueMinor > 0) {
    return t("paymentConfirmed.meaningPartial", {
      number,
      due: formatMoney(invoice.dueMinor, invoice.currency, locale),
    });
  }
  return methodLabel === undefined
    ? t("paymentConfirmed.meaningNoMethod", { number, on: t.on(paidOn) })
    : t("paymentConfirmed.meaning", { number, on: t.on(paidOn), method: methodLabel });
}

/** Money arrived: how much, for what, and when the next invoice comes. */
export function paymentConfirmed(props: PaymentConfirmedProps): LetterContent {
  const { locale, appUrl, test, organizationName, invoice, receiptNumber, nextInvoiceOn } = props;
  const t = mailTranslator(locale);
  const amount = formatMoney(props.amountMinor, invoice.currency, locale);
  const values = { amount, number: invoice.number, organization: organizationName };

  return {
    locale,
    appUrl,
    test,
    subject: t("paymentConfirmed.subject", values),
    status: { tone: "done", text: t("paymentConfirmed.status") },
    sentence: t.phrase("paymentConfirmed.sentence", values),
    meaning: meaningOf(props),
    action: { label: t("paymentConfirmed.view", values), href: ownUrl(appUrl, props.viewPath) },
    ledger: invoiceLedger(invoice, { locale, t, closing: "total" }),
    steps: [
      { date: props.paidOn, label: t("paymentConfirmed.paid"), kind: "done" },
      ...(nextInvoiceOn === undefined
        ? []
        : [{ date: nextInvoiceOn, label: t("paymentConfirmed.nextInvoice"), kind: "planned" } as const]),
    ],
    reference:
      receiptNumber === undefined
        ? t("paymentConfirmed.reference", values)
        : t("paymentConfirmed.referenceReceipt", { ...values, receipt: receiptNumber }),
  };
}
