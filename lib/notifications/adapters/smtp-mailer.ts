import "server-only";
import nodemailer from "nodemailer";
import type SMTPTransport from "nodemailer/lib/smtp-transport";
import { assertSendable, type Mailer, MailerError, type OutgoingMail, senderAddress } from "@/lib/notifications/mailer";

const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Read here and not by nodemailer, whose own reader takes options from the query, such as a program to run. With a user
 * and a host elsewhere the connection must be encrypted before the password is said.
 */
function transportOptions(smtpUrl: string): SMTPTransport.Options {
  const url = new URL(smtpUrl);
  const secure = url.protocol === "smtps:";
  const hasUser = url.username !== "";
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    ...(hasUser ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } } : {}),
    requireTLS: hasUser && !secure && !LOOPBACK.has(url.hostname),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** RFC 5321, 4.2.1: a reply of 5yz is final, one of 4yz is not. A refused sign-in is ours to put right. */
function failure(cause: unknown): MailerError {
  const { responseCode, code } = cause as { responseCode?: number; code?: string };
  const isFinal = code !== "EAUTH" && (responseCode ?? 0) >= 500;
  return new MailerError(`the SMTP server did not take the mail: ${code ?? "unknown"} ${responseCode ?? ""}`.trim(), {
    retryable: !isFinal,
    cause,
  });
}

function messageOf(mail: OutgoingMail): SMTPTransport.Options {
  const from = senderAddress(mail.from);
  const messageId = mail.messageId.includes("@") ? mail.messageId : `${mail.messageId}@${from.split("@")[1]}`;
  return {
    from: mail.from,
    to: mail.to,
    envelope: { from, to: [mail.to] },
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    messageId: `<${messageId}>`,
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": mail.locale },
    attachments: (mail.attachments ?? []).map(({ filename, content, contentType }) => ({
      filename,
      content: Buffer.from(content),
      contentType,
    })),
  };
}

/** Mail through an SMTP server (`smtp://user:password@host:587`, `smtps://…:465`). The Message-ID stays the same. */
export function smtpMailer({ smtpUrl }: { smtpUrl: string }): Mailer {
  const transport = nodemailer.createTransport(transportOptions(smtpUrl));
  return {
    name: "smtp",
    async send(mail) {
      assertSendable(mail);
      try {
        const { messageId } = await transport.sendMail(messageOf(mail));
        return { providerMessageId: messageId };
      } catch (cause) {
        throw failure(cause);
      }
    },
  };
}
