import type { Locale } from "@/lib/core/locale";

export type MailAttachment = { filename: string; content: Uint8Array; contentType: string };

export type OutgoingMail = {
  /** Ours, and the same at each attempt, so that a provider asked twice sends once. Without angle brackets. */
  messageId: string;
  /** `Name <address>` or an address. */
  from: string;
  /** One address; a mail to several people is several mails. */
  to: string;
  subject: string;
  html: string;
  text: string;
  locale: Locale;
  organizationId: string | null;
  attachments?: MailAttachment[];
  /** For the provider's statistics, e.g. the template. */
  tags?: Record<string, string>;
};

export const MAILER_NAMES = ["resend", "smtp", "mailbox"] as const;

export type MailerName = (typeof MAILER_NAMES)[number];

/** The port through which mail leaves. `send` throws MailerError; any other error is a bug. */
export type Mailer = {
  readonly name: MailerName;
  send: (mail: OutgoingMail) => Promise<{ providerMessageId: string }>;
};

/** A mail that was not accepted. `retryable` says whether the same mail can succeed later. */
export class MailerError extends Error {
  override readonly name = "MailerError";
  readonly retryable: boolean;

  constructor(message: string, options: { retryable: boolean; cause?: unknown }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.retryable = options.retryable;
  }
}

/** Controls, and the signs that some software takes for a line's end. */
const BREAKS_LINE = /[\p{Cc}\u2028\u2029]/u;

/** Printable ASCII without what separates or quotes addresses: a look-alike of @ or a second address does not pass. */
const ADDRESS = /^[!#$%&'*+\-./0-9=?A-Z^_`a-z{|}~]{1,64}@[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)+$/;

const FROM = /^(?:[^<>",;:@\\]*<([^<>]+)>|([^<>]+))$/;

const MESSAGE_ID = /^[0-9A-Za-z._:+-]{1,200}(@[0-9A-Za-z.-]{1,200})?$/;

/** A provider's tag takes letters, digits, dash and underscore. */
const TAG = /^[0-9A-Za-z_-]{1,256}$/;

/** The bare address of a `from`. Throws MailerError when it is not one. */
export function senderAddress(from: string): string {
  const [, named, bare] = FROM.exec(from) ?? [];
  const address = (named ?? bare ?? "").trim();
  if (!ADDRESS.test(address)) throw new MailerError("the sender is not an address", { retryable: false });
  return address;
}

/**
 * Refuses a mail whose headers could carry more than they say (RFC 5322: a line break begins another header, a comma
 * another recipient). Every adapter calls it first. Throws MailerError, not retryable.
 */
export function assertSendable(mail: OutgoingMail): void {
  const refuse = (what: string): never => {
    throw new MailerError(what, { retryable: false });
  };
  const headers = [mail.from, mail.to, mail.subject, mail.messageId];
  for (const attachment of mail.attachments ?? []) headers.push(attachment.filename, attachment.contentType);
  if (headers.some((header) => BREAKS_LINE.test(header))) refuse("a header contains a line break or control character");

  senderAddress(mail.from);
  if (!ADDRESS.test(mail.to)) refuse("the recipient is not one plain address");
  if (!MESSAGE_ID.test(mail.messageId)) refuse("the message id is not one");
  for (const [name, value] of Object.entries(mail.tags ?? {})) {
    if (!TAG.test(name) || !TAG.test(value)) refuse("a tag has characters a provider refuses");
  }
}
