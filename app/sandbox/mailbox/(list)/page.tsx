import { Paperclip } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { StatusWords } from "@/components/brand/status";
import { DataTable } from "@/components/data-table/data-table";
import { parseTableParams, type SearchParams } from "@/components/data-table/table-params";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/states";
import { formatInstant } from "@/lib/core/format";
import { mailboxMessages } from "@/lib/notifications/queries/mailbox";
import { requireMailbox } from "@/lib/notifications/queries/require-mailbox";

/** Where a mail belongs to no organization. */
const FALLBACK_TIME_ZONE = "Europe/Athens";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sandbox.mailbox");
  return { title: t("title"), robots: { index: false } };
}

/** Every mail the product wrote while no provider takes them, newest first. */
export default async function MailboxPage(props: { searchParams: Promise<SearchParams> }) {
  await requireMailbox();
  const { query, ...params } = parseTableParams(await props.searchParams, { sortable: [] });
  const list = await mailboxMessages({ ...params, query });
  const [t, locale] = [await getTranslations("sandbox.mailbox"), await getLocale()];

  return (
    <>
      <PageHeader title={t("title")} voice={t("voice")} />
      <DataTable
        {...params}
        filtered={params.page > 1}
        className="mt-5"
        caption={t("title")}
        searchLabel={t("search")}
        query={query}
        columns={[
          { id: "subject", header: t("subject"), maxWidth: 460 },
          { id: "recipient", header: t("recipient"), maxWidth: 240 },
          { id: "topic", header: t("topic"), narrow: "hidden" },
          { id: "state", header: t("state"), narrow: "hidden" },
          { id: "written", header: t("written"), align: "end" },
        ]}
        rows={list.rows.map((mail) => ({
          id: mail.id,
          href: `/sandbox/mailbox/${mail.id}`,
          cells: {
            subject: (
              <span className="inline-flex max-w-full items-center gap-1.5">
                <span className="truncate">{mail.subject}</span>
                {mail.hasAttachment ? (
                  <>
                    <Paperclip className="size-3.5 flex-none text-ink-3" aria-hidden="true" />
                    <span className="sr-only">{t("hasAttachment")}</span>
                  </>
                ) : null}
              </span>
            ),
            recipient: mail.recipient,
            topic: t.has(`topics.${mail.topic}`) ? t(`topics.${mail.topic}`) : mail.topic,
            state: (
              <StatusWords glyph={mail.sentAt ? "tick" : "hourglass"} tone={mail.sentAt ? "ok" : "warn"}>
                {t(mail.sentAt ? "sent" : "waiting")}
              </StatusWords>
            ),
            written: formatInstant(mail.writtenAt, mail.timeZone ?? FALLBACK_TIME_ZONE, locale),
          },
        }))}
        rowCount={list.rowCount}
        empty={<EmptyState sentence={t("empty")} />}
      />
    </>
  );
}
