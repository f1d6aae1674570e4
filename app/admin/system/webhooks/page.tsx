import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ListFilters } from "@/app/admin/_components/list-filters";
import { choice, param } from "@/app/admin/_components/search-params";
import { SystemHeader } from "@/app/admin/_sections/system-header";
import { Status } from "@/components/brand/status";
import { DataTable } from "@/components/data-table/data-table";
import { parseTableParams, type SearchParams } from "@/components/data-table/table-params";
import { Crumbs } from "@/components/layout/crumbs";
import { EmptyState } from "@/components/ui/states";
import { requireRole } from "@/lib/auth/queries/session";
import { formatInstant } from "@/lib/core/format";
import { deskScope } from "@/lib/organizations/queries/desk-scope";
import { adminWebhooks } from "@/lib/payments/queries/admin-webhooks";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.system.webhooks");
  return { title: t("title") };
}

/** What the payment provider told us, each event once. */
export default async function WebhooksPage(props: { searchParams: Promise<SearchParams> }) {
  const actor = await requireRole("admin");
  const searchParams = await props.searchParams;
  const params = parseTableParams(searchParams, { sortable: [] });
  const type = param(searchParams, "type");
  const waitingOnly = choice(searchParams, "state", ["waiting"]) === "waiting";
  const { timeZone } = await deskScope(actor, undefined);
  const inbox = await adminWebhooks(actor, { ...params, type, waitingOnly });
  const [t, locale] = [await getTranslations("admin.system.webhooks"), await getLocale()];
  const moment = (instant: Date) => <span className="num">{formatInstant(instant, timeZone, locale)}</span>;

  return (
    <>
      <Crumbs items={[{ label: t("title") }]} />
      <SystemHeader voice={t("voice", { received: inbox.received, waiting: inbox.waiting })} />
      <DataTable
        {...params}
        className="mt-6"
        caption={t("title")}
        filtered={params.page > 1 || type !== undefined || waitingOnly}
        columns={[
          { id: "type", header: t("type") },
          { id: "state", header: t("state"), narrow: "amount" },
          { id: "received", header: t("received") },
          { id: "processed", header: t("processed"), narrow: "hidden" },
          { id: "object", header: t("object"), maxWidth: 240, narrow: "hidden" },
          { id: "event", header: t("event"), maxWidth: 240, narrow: "hidden" },
        ]}
        rows={inbox.rows.map((row) => ({
          id: row.id,
          cells: {
            type: <code className="text-sm">{row.type}</code>,
            state: <Status value={row.processedAt ? "done" : "waiting"} />,
            received: moment(row.receivedAt),
            processed: row.processedAt ? moment(row.processedAt) : "",
            object: <code className="text-xs">{row.objectId ?? ""}</code>,
            event: <code className="text-xs">{row.providerEventId}</code>,
          },
        }))}
        rowCount={inbox.rowCount}
        filters={
          <ListFilters
            path="/admin/system/webhooks"
            searchParams={searchParams}
            filters={[
              { name: "type", label: t("type"), options: inbox.types.map((value) => ({ value, label: value })) },
              { name: "state", label: t("state"), options: [{ value: "waiting", label: t("waitingOnly") }] },
            ]}
          />
        }
        empty={<EmptyState sentence={t("empty")} />}
      />
    </>
  );
}
