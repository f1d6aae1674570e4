import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { storedFile } from "@/db/schema/invoicing";
import { mailMessage } from "@/db/schema/operations";
import { type Executor, platformTransaction } from "@/db/transaction";
import type { Locale } from "@/lib/core/locale";
import { newId } from "@/lib/core/ids";
import { chooseMailer } from "@/lib/notifications/adapters/choose-mailer";
import type { Mailer, MailAttachment } from "@/lib/notifications/mailer";
import { clock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";

export type ComposedMail = {
  organizationId: string | null;
  recipient: string;
  locale: Locale;
  subject: string;
  html: string;
  text: string;
  isTest: boolean;
  /** By the organization's clock. */
  writtenAt: Date;
  attachment: { fileId: string; name: string } | null;
};

type MailRow = typeof mailMessage.$inferSelect;

/**
 * Sends a mail once: it is written down under (topic, entity, recipient) before it leaves, and what is sent again after a
 * failure is that same text under that same message id. `compose` returns null when there is nothing to say any more.
 * @throws MailerError, to be tried again later
 */
export async function deliverMail(request: {
  topic: string;
  entityId: string;
  compose: () => Promise<ComposedMail | null>;
}): Promise<"sent" | "already_sent" | "nothing_to_send"> {
  const row = (await findMail(request)) ?? (await writeMail(request));
  if (row === null) return "nothing_to_send";
  if (row.sentAt !== null) return "already_sent";

  const mailer = mailerOfSettings();
  const { providerMessageId } = await mailer.send(await outgoing(row));
  await platformTransaction((tx) =>
    tx
      .update(mailMessage)
      .set({ sentAt: clock.now(), adapter: mailer.name, providerMessageId })
      .where(and(eq(mailMessage.id, row.id), isNull(mailMessage.sentAt))),
  );
  return "sent";
}

/** Where no provider is set the row itself is what the mailbox page shows, so there is nothing left to save. */
function mailerOfSettings(): Mailer {
  const { RESEND_API_KEY: resendApiKey, SMTP_URL: smtpUrl } = env();
  return chooseMailer({ resendApiKey, smtpUrl, saveToMailbox: () => Promise.resolve() });
}

type About = { topic: string; entityId: string };

async function findMail({ topic, entityId }: About): Promise<MailRow | null> {
  const [row] = await platformTransaction((tx) =>
    tx
      .select()
      .from(mailMessage)
      .where(and(eq(mailMessage.topic, topic), eq(mailMessage.entityId, entityId))),
  );
  return row ?? null;
}

async function writeMail(request: About & { compose: () => Promise<ComposedMail | null> }): Promise<MailRow | null> {
  const composed = await request.compose();
  if (composed === null) return null;

  const { attachment, ...mail } = composed;
  await platformTransaction((tx) =>
    tx
      .insert(mailMessage)
      .values({
        ...mail,
        id: newId(),
        topic: request.topic,
        entityId: request.entityId,
        attachmentFileId: attachment?.fileId ?? null,
        attachmentName: attachment?.name ?? null,
      })
      .onConflictDoNothing(),
  );
  return findMail(request);
}

async function outgoing(row: MailRow) {
  const { APP_URL, MAIL_FROM } = env();
  const attachments = await platformTransaction((tx) => attachmentsOf(tx, row));
  return {
    messageId: `${row.id}@${new URL(APP_URL).hostname}`,
    from: MAIL_FROM,
    to: row.recipient,
    subject: row.subject,
    html: row.html,
    text: row.text,
    locale: row.locale,
    organizationId: row.organizationId,
    tags: { topic: row.topic },
    ...(attachments.length > 0 ? { attachments } : {}),
  };
}

async function attachmentsOf(tx: Executor, row: MailRow): Promise<MailAttachment[]> {
  if (row.attachmentFileId === null) return [];
  const [file] = await tx
    .select({ contentType: storedFile.contentType, content: storedFile.content })
    .from(storedFile)
    .where(eq(storedFile.id, row.attachmentFileId));
  if (!file?.content) return [];
  return [{ filename: row.attachmentName ?? "document.pdf", content: file.content, contentType: file.contentType }];
}
