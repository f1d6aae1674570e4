import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { SmallTable } from "@/app/admin/_components/small-table";
import { SectionHeading } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/states";
import type { AdminCustomerPage } from "@/lib/analytics/queries/admin-customer-page";
import { formatInstant } from "@/lib/core/format";
import { isMailboxInUse } from "@/lib/notifications/queries/require-mailbox";

/** What was written to them last. */
export async function CustomerMails({ page }: { page: AdminCustomerPage }) {
  const [t, locale] = [await getTranslations("admin.customer.mails"), await getLocale()];
  const mailbox = isMailboxInUse();

  return (
    <section aria-labelledby="mails">
      <SectionHeading id="mails">{t("title")}</SectionHeading>
      {page.mails.length === 0 ? (
        <EmptyState className="mt-2" sentence={t("empty")} />
      ) : (
        <SmallTable
          className="mt-2"
          caption={t("title")}
          columns={[
            { id: "subject", header: t("subject") },
            { id: "recipient", header: t("recipient") },
            { id: "written", header: t("written"), align: "end" },
          ]}
          rows={page.mails.map((mail) => ({
            id: mail.id,
            cells: {
              subject: mailbox ? (
                <Link className="text-petrol hover:text-petrol-hover" href={`/sandbox/mailbox/${mail.id}`}>
                  {mail.subject}
                </Link>
              ) : (
                mail.subject
              ),
              recipient: <span className="break-words">{mail.recipient}</span>,
              written: (
                <span className="whitespace-nowrap">
                  {formatInstant(mail.writtenAt, page.organization.timeZone, locale)}
                </span>
              ),
            },
          }))}
        />
      )}
    </section>
  );
}
