import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { ageOf } from "@/app/admin/_components/age";
import { ListFilters } from "@/app/admin/_components/list-filters";
import { choice } from "@/app/admin/_components/search-params";
import { SmallTable } from "@/app/admin/_components/small-table";
import { SystemHeader } from "@/app/admin/_sections/system-header";
import { Status } from "@/components/brand/status";
import { DataTable } from "@/components/data-table/data-table";
import { parseTableParams, type SearchParams } from "@/components/data-table/table-params";
import { Crumbs } from "@/components/layout/crumbs";
import { EmptyState } from "@/components/ui/states";
import { requireRole } from "@/lib/auth/queries/session";
import { formatInstant } from "@/lib/core/format";
import { deskScope } from "@/lib/organizations/queries/desk-scope";
import { OUTBOX_STATUSES, OUTBOX_TOPICS } from "@/lib/outbox/outbox-message";
import { adminOutbox } from "@/lib/outbox/queries/admin-outbox";
import { clock } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.system.messages");
  return { title: t("title") };
}

/** What must still happen, and what was given up. */
export default async function MessagesPage(props: { searchParams: Promise<SearchParams> }) {
  const actor = await requireRole("admin");
  const searchParams = await props.searchParams;
  const params = parseTableParams(searchParams, { sortable: [] });
  const status = choice(searchParams, "status", OUTBOX_STATUSES);
  const topic = choice(searchParams, "topic", OUTBOX_TOPICS);
  const { timeZone } = await deskScope(actor, undefined);
  const outbox = await adminOutbox(actor, { ...params, status, topic });
  const [t, ago, statusOf, locale] = [
    await getTranslations("admin.system.messages"),
    await getTranslations("admin.system"),
    await getTranslations("common.status"),
    await getLocale(),
  ];
  const now = clock.now();
  const countOf = (wanted: string) =>
    outbox.backlog.filter((row) => row.status === wanted).reduce((sum, row) => sum + row.count, 0);

  return (
    <>
      <Crumbs items={[{ label: t("title") }]} />
      <SystemHeader voice={t("voice", { pending: countOf("pending"), dead: countOf("dead") })} />
      {outbox.backlog.length > 0 ? (
        <SmallTable
          className="mt-6"
          caption={t("backlog")}
          columns={[
            { id: "topic", header: t("topic") },
            { id: "status", header: t("status") },
            { id: "count", header: t("count"), align: "end", narrow: "amount" },
            { id: "oldest", header: t("oldest"), align: "end" },
            { id: "error", header: t("lastError") },
          ]}
          rows={outbox.backlog.map((row) => ({
            id: `${row.topic} ${row.status}`,
            cells: {
              topic: <code className="text-sm">{row.topic}</code>,
              status: <Status value={row.status} />,
              count: String(row.count),
              oldest: ago("ago", ageOf(row.oldestAt, now)),
              error: <span className="break-words text-ink-2">{row.lastError ?? ""}</span>,
            },
          }))}
        />
      ) : null}
      <DataTable
        {...params}
        className="mt-6"
        caption={t("title")}
        filtered={params.page > 1 || status !== undefined || topic !== undefined}
        columns={[
          { id: "topic", header: t("topic") },
          { id: "status", header: t("status"), narrow: "amount" },
          { id: "organization", header: t("organization"), maxWidth: 200 },
          { id: "created", header: t("created") },
          { id: "tries", header: t("tries"), align: "end", narrow: "hidden" },
          { id: "next", header: t("next"), narrow: "hidden" },
          { id: "error", header: t("lastError"), maxWidth: 300 },
        ]}
        rows={outbox.rows.map((row) => ({
          id: row.id,
          cells: {
            topic: <code className="text-sm">{row.topic}</code>,
            status: <Status value={row.status} />,
            organization: row.organization ? (
              <Link className="text-petrol hover:text-petrol-hover" href={`/admin/customers/${row.organization.id}`}>
                {row.organization.name}
              </Link>
            ) : (
              ""
            ),
            created: <span className="num">{formatInstant(row.createdAt, timeZone, locale)}</span>,
            tries: String(row.attemptCount),
            next:
              row.status === "pending" ? (
                <span className="num">{formatInstant(row.availableAt, timeZone, locale)}</span>
              ) : (
                ""
              ),
            error: row.lastError ? <span title={row.lastError}>{row.lastError}</span> : "",
          },
        }))}
        rowCount={outbox.rowCount}
        filters={
          <ListFilters
            path="/admin/system/messages"
            searchParams={searchParams}
            filters={[
              {
                name: "status",
                label: t("status"),
                options: OUTBOX_STATUSES.map((value) => ({ value, label: statusOf(value) })),
              },
              { name: "topic", label: t("topic"), options: OUTBOX_TOPICS.map((value) => ({ value, label: value })) },
            ]}
          />
        }
        empty={
          <EmptyState
            sentence={t("empty")}
            actions={
              <Link className="link" href="/admin/system/messages?status=delivered">
                {t("showDelivered")}
              </Link>
            }
          />
        }
      />
    </>
  );
}
