import "server-only";
import { count, desc, eq, type SQL } from "drizzle-orm";
import { containsFolded } from "@/db/folded-text";
import { storedFile } from "@/db/schema/invoicing";
import { mailMessage } from "@/db/schema/operations";
import { organization } from "@/db/schema/organizations";
import { platformTransaction } from "@/db/transaction";

export type MailRow = {
  id: string;
  topic: string;
  recipient: string;
  subject: string;
  organizationName: string | null;
  hasAttachment: boolean;
  writtenAt: Date;
  sentAt: Date | null;
  timeZone: string | null;
};

const ROW = {
  id: mailMessage.id,
  topic: mailMessage.topic,
  recipient: mailMessage.recipient,
  subject: mailMessage.subject,
  attachmentName: mailMessage.attachmentName,
  organizationName: organization.name,
  timeZone: organization.timeZone,
  writtenAt: mailMessage.writtenAt,
  sentAt: mailMessage.sentAt,
};

/** The mails kept at home, newest first; searched by recipient and subject. Ask requireMailbox() first. */
export async function mailboxMessages(list: {
  page: number;
  pageSize: number;
  query: string;
}): Promise<{ rows: MailRow[]; rowCount: number }> {
  const where: SQL | undefined = containsFolded([mailMessage.recipient, mailMessage.subject], list.query);
  return platformTransaction(
    async (tx) => {
      const rows = await tx
        .select(ROW)
        .from(mailMessage)
        .leftJoin(organization, eq(organization.id, mailMessage.organizationId))
        .where(where)
        .orderBy(desc(mailMessage.writtenAt), desc(mailMessage.id))
        .limit(list.pageSize)
        .offset((list.page - 1) * list.pageSize);
      const [all] = await tx.select({ rows: count() }).from(mailMessage).where(where);
      return {
        rows: rows.map(({ attachmentName, ...row }) => ({ ...row, hasAttachment: attachmentName !== null })),
        rowCount: all?.rows ?? 0,
      };
    },
    { accessMode: "read only" },
  );
}

export type MailDetail = MailRow & {
  organizationId: string | null;
  locale: string;
  html: string;
  text: string;
  attachmentName: string | null;
  adapter: string | null;
  providerMessageId: string | null;
};

/** One mail as it was written; null when there is none. */
export async function mailboxMessage(id: string): Promise<MailDetail | null> {
  const [row] = await platformTransaction(
    (tx) =>
      tx
        .select({
          ...ROW,
          organizationId: mailMessage.organizationId,
          locale: mailMessage.locale,
          html: mailMessage.html,
          text: mailMessage.text,
          adapter: mailMessage.adapter,
          providerMessageId: mailMessage.providerMessageId,
        })
        .from(mailMessage)
        .leftJoin(organization, eq(organization.id, mailMessage.organizationId))
        .where(eq(mailMessage.id, id)),
    { accessMode: "read only" },
  );
  return row ? { ...row, hasAttachment: row.attachmentName !== null } : null;
}

/** The file that went with a mail; null when there was none. */
export async function mailboxAttachment(
  id: string,
): Promise<{ name: string; contentType: string; bytes: Uint8Array } | null> {
  const [row] = await platformTransaction(
    (tx) =>
      tx
        .select({ name: mailMessage.attachmentName, contentType: storedFile.contentType, bytes: storedFile.content })
        .from(mailMessage)
        .innerJoin(storedFile, eq(storedFile.id, mailMessage.attachmentFileId))
        .where(eq(mailMessage.id, id)),
    { accessMode: "read only" },
  );
  if (!row?.bytes) return null;
  return { name: row.name ?? "document.pdf", contentType: row.contentType, bytes: row.bytes };
}
