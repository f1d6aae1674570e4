import { Paperclip } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { DetailList } from "@/components/layout/detail-list";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Tabs } from "@/components/ui/tabs";
import { formatInstant } from "@/lib/core/format";
import { isId } from "@/lib/core/ids";
import { type MailDetail, mailboxMessage } from "@/lib/notifications/queries/mailbox";
import { requireMailbox } from "@/lib/notifications/queries/require-mailbox";
import { env } from "@/lib/platform/env";

type Params = { params: Promise<{ mailId: string }> };

const FALLBACK_TIME_ZONE = "Europe/Athens";

const load = cache(async (mailId: string): Promise<MailDetail> => {
  await requireMailbox();
  return (isId(mailId) ? await mailboxMessage(mailId) : null) ?? notFound();
});

export async function generateMetadata(props: Params): Promise<Metadata> {
  const mail = await load((await props.params).mailId);
  return { title: mail.subject, robots: { index: false } };
}

/** One mail, as a mail program would show it. Its HTML runs no script and cannot reach the page around it. */
export default async function MailPage(props: Params) {
  const mail = await load((await props.params).mailId);
  const t = await getTranslations("sandbox.mailbox");

  return (
    <>
      <p className="mb-2 text-sm">
        <Link className="link" href="/sandbox/mailbox">
          {t("back")}
        </Link>
      </p>
      <PageHeader
        title={<span lang={mail.locale}>{mail.subject}</span>}
        meta={t("to", { recipient: mail.recipient })}
        actions={
          mail.attachmentName === null ? null : (
            <ButtonLink href={`/sandbox/mailbox/${mail.id}/attachment`} prefetch={false} target="_blank">
              <Paperclip className="size-4" aria-hidden="true" />
              {mail.attachmentName}
            </ButtonLink>
          )
        }
      />
      <Tabs
        className="mt-4"
        tabs={[
          {
            value: "html",
            label: t("asHtml"),
            content: (
              <iframe
                title={mail.subject}
                srcDoc={inNewWindow(mail.html)}
                sandbox="allow-popups allow-popups-to-escape-sandbox"
                referrerPolicy="no-referrer"
                className="h-[76vh] min-h-[520px] w-full rounded-lg border border-line bg-[#f3f7f6]"
              />
            ),
          },
          {
            value: "text",
            label: t("asText"),
            content: (
              <pre lang={mail.locale} className="max-w-[80ch] font-sans whitespace-pre-wrap">
                {mail.text}
              </pre>
            ),
          },
          { value: "headers", label: t("headers"), content: <Headers mail={mail} /> },
        ]}
      />
    </>
  );
}

/** Links of the mail open beside the mailbox, not inside the frame. */
function inNewWindow(html: string): string {
  return (
    html
      .replace(/<head(\s[^>]*)?>/i, (head) => `${head}<base target="_blank">`)
      // Pictures are ours, but the mail names the address the product had when it was written.
      .replace(/src="https?:\/\/[^"/]+(\/brand\/[^"]+)"/g, 'src="$1"')
  );
}

async function Headers({ mail }: { mail: MailDetail }) {
  const [t, locale] = [await getTranslations("sandbox.mailbox"), await getLocale()];
  const moment = (instant: Date) => formatInstant(instant, mail.timeZone ?? FALLBACK_TIME_ZONE, locale);
  return (
    <DetailList
      className="max-w-[680px]"
      items={[
        { label: "From", value: env().MAIL_FROM },
        { label: "To", value: mail.recipient },
        { label: "Subject", value: mail.subject },
        { label: "Message-ID", value: <code className="text-xs break-all">{mail.providerMessageId ?? mail.id}</code> },
        { label: t("written"), value: moment(mail.writtenAt) },
        { label: t("state"), value: mail.sentAt ? t("sentAt", { moment: moment(mail.sentAt) }) : t("waiting") },
        { label: t("topic"), value: mail.topic },
        { label: t("organization"), value: mail.organizationName ?? t("noOrganization") },
        { label: t("adapter"), value: mail.adapter ?? t("waiting") },
      ]}
    />
  );
}
