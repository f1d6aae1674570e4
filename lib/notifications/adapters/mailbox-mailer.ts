import "server-only";
import { assertSendable, type Mailer, MailerError, type OutgoingMail } from "@/lib/notifications/mailer";

/**
 * Keeps mail at home where no provider is set: `save` stores it for the mailbox page. It must accept a message id it
 * already has, because mail is delivered at least once.
 */
export function mailboxMailer(save: (mail: OutgoingMail) => Promise<void>): Mailer {
  return {
    name: "mailbox",
    async send(mail) {
      assertSendable(mail);
      try {
        await save(mail);
      } catch (cause) {
        throw new MailerError("the mailbox did not take the mail", { retryable: true, cause });
      }
      return { providerMessageId: mail.messageId };
    },
  };
}
