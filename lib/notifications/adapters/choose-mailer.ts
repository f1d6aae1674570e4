import "server-only";
import { mailboxMailer } from "@/lib/notifications/adapters/mailbox-mailer";
import { resendMailer } from "@/lib/notifications/adapters/resend-mailer";
import { smtpMailer } from "@/lib/notifications/adapters/smtp-mailer";
import type { Mailer, OutgoingMail } from "@/lib/notifications/mailer";

export type MailerSettings = {
  resendApiKey?: string | undefined;
  smtpUrl?: string | undefined;
  /** Stores a mail for the mailbox page; called only where neither provider is set. */
  saveToMailbox: (mail: OutgoingMail) => Promise<void>;
};

/** Resend where its key is set, else SMTP where its address is, else the mailbox. */
export function chooseMailer({ resendApiKey, smtpUrl, saveToMailbox }: MailerSettings): Mailer {
  if (resendApiKey) return resendMailer({ apiKey: resendApiKey });
  if (smtpUrl) return smtpMailer({ smtpUrl });
  return mailboxMailer(saveToMailbox);
}
