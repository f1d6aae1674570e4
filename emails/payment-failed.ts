import { type InvoiceSummary, invoiceLedger } from "@/emails/_components/invoice-summary";
import type { LetterContent } from "@/emails/_components/letter-content";
import { mailTranslator } from "@/emails/_components/mail-translator";
import { ownUrl } from "@/emails/_components/own-url";
import type { MailProps } from "@/emails/mail-props";
import type { CalendarDate } from "@/lib/core/calendar";
import { formatMoney } from "@/lib/core/format";

export type PaymentFailedProps = MailProps & {
  invoice: InvoiceSummary;
  failedOn: CalendarDate;
  /** The days we will try again, in order; none after a hard decline or without automatic retries. */
  retryOn: CalendarDate[];
  /** E.g. "Mastercard 0341". */
  methodLabel?: string;
  /** The bank's answer in plain words of the mail's language, without a full stop. */
  reason?: string;
  /** Pays without signing in again. */
  payPath: string;
  changeMethodPath: string;
};

function stepsOf({ locale, failedOn, retryOn }: PaymentFailedProps): LetterContent["steps"] {
  const t = mailTranslator(locale);
  const failed = { date: failedOn, label: t("paymentFailed.failed"), kind: "failed" } as const;
  const retries = retryOn.map((date, index) =>
    index === retryOn.length - 1
      ? ({ date, label: t("paymentFailed.lastRetry"), kind: "last" } as const)
      : ({ date, label: t("paymentFailed.retry"), kind: "planned" } as const),
  );
  return retries.length === 0 ? [] : [failed, ...retries];
}

function referenceOf({ locale, organizationName, invoice, methodLabel, reason }: PaymentFailedProps): string {
  const t = mailTranslator(locale);
  const subject = t("paymentFailed.reference", { organization: organizationName, number: invoice.number });
  if (methodLabel === undefined) return subject;

  const card =
    reason === undefined
      ? t("paymentFailed.cardNoReason", { method: methodLabel })
      : t("paymentFailed.card", { method: methodLabel, reason });
  return `${card} ${subject}`;
}

/** The bank said no: nothing has changed yet, here is how to pay, and this is what happens on which day. */
export function paymentFailed(props: PaymentFailedProps): LetterContent {
  const { locale, appUrl, test, invoice, retryOn } = props;
  const t = mailTranslator(locale);
  const amount = formatMoney(invoice.dueMinor, invoice.currency, locale);
  const lastRetry = retryOn.at(-1);

  return {
    locale,
    appUrl,
    test,
    subject: t("paymentFailed.subject", { amount, number: invoice.number }),
    status: { tone: "failed", text: t("paymentFailed.status") },
    sentence: t.phrase("paymentFailed.sentence", { amount }),
    meaning: lastRetry === undefined ? t("paymentFailed.noRetry") : t("paymentFailed.willRetry", t.day(lastRetry)),
    action: { label: t("paymentFailed.pay", { amount }), href: ownUrl(appUrl, props.payPath) },
    secondAction: { label: t("paymentFailed.changeCard"), href: ownUrl(appUrl, props.changeMethodPath) },
    ledger: invoiceLedger(invoice, { locale, t, closing: "due" }),
    steps: stepsOf(props),
    ...(lastRetry === undefined ? {} : { afterSteps: t("paymentFailed.afterLast", t.day(lastRetry)) }),
    reference: referenceOf(props),
  };
}
