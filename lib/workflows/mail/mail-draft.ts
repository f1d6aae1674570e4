import type { MailTemplateName, MailTemplates } from "@/emails/render-mail";
import type { Locale } from "@/lib/core/locale";

/** A mail before it is drawn: to whom, in which template, with which facts, read from the rows at this moment. */
export type MailDraft = {
  [Name in MailTemplateName]: {
    template: Name;
    props: MailTemplates[Name];
    organizationId: string;
    recipient: string;
    locale: Locale;
    isTest: boolean;
    /** The organization's now. */
    writtenAt: Date;
    attachment: { fileId: string; name: string } | null;
  };
}[MailTemplateName];
