import "server-only";
import { type ErrorResponse, Resend } from "resend";
import { assertSendable, type Mailer, MailerError, type OutgoingMail } from "@/lib/notifications/mailer";

const TIMEOUT_MS = 20_000;

/**
 * A wrong key or a used-up quota is ours to put right, after which the same mail goes out; what Resend says about the
 * mail itself stays true however often it is asked.
 */
const FINAL: ReadonlySet<string> = new Set([
  "validation_error",
  "missing_required_field",
  "invalid_parameter",
  "invalid_attachment",
  "invalid_idempotency_key",
  "invalid_idempotent_request",
]);

function failure(error: ErrorResponse): MailerError {
  return new MailerError(`Resend refused the mail: ${error.name} (${error.statusCode ?? "no answer"})`, {
    retryable: !FINAL.has(error.name),
    cause: error,
  });
}

function payloadOf(mail: OutgoingMail) {
  return {
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    headers: { "X-Entity-Ref-ID": mail.messageId, "Auto-Submitted": "auto-generated" },
    attachments: (mail.attachments ?? []).map(({ filename, content, contentType }) => ({
      filename,
      content: Buffer.from(content).toString("base64"),
      contentType,
    })),
    tags: Object.entries(mail.tags ?? {}).map(([name, value]) => ({ name, value })),
  };
}

/** Mail through Resend. The message id is the idempotency key, which Resend remembers for 24 hours. */
export function resendMailer({ apiKey, baseUrl }: { apiKey: string; baseUrl?: string }): Mailer {
  const resend = new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });
  return {
    name: "resend",
    async send(mail) {
      assertSendable(mail);
      const answer = await resend.emails
        .send(payloadOf(mail), { idempotencyKey: mail.messageId, signal: AbortSignal.timeout(TIMEOUT_MS) })
        .catch((cause: unknown) => {
          throw new MailerError("Resend did not answer", { retryable: true, cause });
        });
      if (answer.error) throw failure(answer.error);
      return { providerMessageId: answer.data.id };
    },
  };
}
