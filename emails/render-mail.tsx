import { render } from "react-email";
import { Letter } from "@/emails/_components/letter";
import type { LetterContent } from "@/emails/_components/letter-content";
import { letterText } from "@/emails/_components/letter-text";
import { mailTranslator } from "@/emails/_components/mail-translator";
import { invoiceIssued, type InvoiceIssuedProps } from "@/emails/invoice-issued";
import { paymentConfirmed, type PaymentConfirmedProps } from "@/emails/payment-confirmed";
import { paymentFailed, type PaymentFailedProps } from "@/emails/payment-failed";
import { welcome, type WelcomeProps } from "@/emails/welcome";
import { AppError } from "@/lib/core/errors";

/** Every template and what it takes. */
export type MailTemplates = {
  "invoice-issued": InvoiceIssuedProps;
  "payment-confirmed": PaymentConfirmedProps;
  "payment-failed": PaymentFailedProps;
  welcome: WelcomeProps;
};

export type MailTemplateName = keyof MailTemplates;

export type RenderedMail = { subject: string; html: string; text: string };

const TEMPLATES: { [Name in MailTemplateName]: (props: MailTemplates[Name]) => LetterContent } = {
  "invoice-issued": invoiceIssued,
  "payment-confirmed": paymentConfirmed,
  "payment-failed": paymentFailed,
  welcome,
};

/** A line break in a header would begin another header. */
const CONTROL = /\p{Cc}/u;

/**
 * A mail ready to send: subject, HTML and text, all in the language of the props. Throws invalid_input for a subject with
 * a control character or an address that is not ours, AssertionError when the amounts of an invoice do not add up.
 */
export async function renderMail<Name extends MailTemplateName>(
  template: Name,
  props: MailTemplates[Name],
): Promise<RenderedMail> {
  const content = TEMPLATES[template](props);
  const subject = content.test
    ? mailTranslator(content.locale)("testSubject", { subject: content.subject })
    : content.subject;
  if (CONTROL.test(subject)) throw new AppError("invalid_input", { message: "control character in a mail's subject" });

  return { subject, html: await render(<Letter content={content} />), text: letterText(content) };
}
