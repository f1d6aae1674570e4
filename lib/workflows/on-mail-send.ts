import "server-only";
import { renderMail, type RenderedMail } from "@/emails/render-mail";
import { type Executor, platformTransaction } from "@/db/transaction";
import { assertNever } from "@/lib/core/assert";
import { deliverMail } from "@/lib/notifications/services/deliver-mail";
import type { ClaimedMessage } from "@/lib/outbox/services/claim-outbox";
import { draftInvoiceIssued } from "@/lib/workflows/mail/invoice-issued";
import type { MailDraft } from "@/lib/workflows/mail/mail-draft";
import { draftPaymentConfirmed } from "@/lib/workflows/mail/payment-confirmed";
import { draftPaymentFailed } from "@/lib/workflows/mail/payment-failed";
import { draftWelcome } from "@/lib/workflows/mail/welcome";
import { mailPayload, type MailTopic } from "@/lib/workflows/message-payload";

type About = { topic: MailTopic; entityId: string };

/** Writes a mail from the rows as they are now, once, and sends it. */
export async function onMailSend(message: ClaimedMessage): Promise<void> {
  const about = mailPayload.parse(message.payload);
  await deliverMail({
    ...about,
    compose: async () => {
      const draft = await platformTransaction((tx) => draftOf(tx, about));
      if (draft === null) return null;

      const { organizationId, recipient, locale, isTest, writtenAt, attachment } = draft;
      return { organizationId, recipient, locale, isTest, writtenAt, attachment, ...(await rendered(draft)) };
    },
  });
}

function draftOf(tx: Executor, { topic, entityId }: About): Promise<MailDraft | null> {
  switch (topic) {
    case "invoice-issued":
      return draftInvoiceIssued(tx, entityId);
    case "payment-confirmed":
      return draftPaymentConfirmed(tx, entityId);
    case "payment-failed":
      return draftPaymentFailed(tx, entityId);
    case "welcome":
      return draftWelcome(tx, entityId);
    default:
      return assertNever(topic);
  }
}

function rendered(draft: MailDraft): Promise<RenderedMail> {
  switch (draft.template) {
    case "invoice-issued":
      return renderMail(draft.template, draft.props);
    case "payment-confirmed":
      return renderMail(draft.template, draft.props);
    case "payment-failed":
      return renderMail(draft.template, draft.props);
    case "welcome":
      return renderMail(draft.template, draft.props);
    default:
      return assertNever(draft);
  }
}
