import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { managerDesk } from "@/app/manager/desk";
import { listAddress } from "@/app/manager/list-address";
import { Plate } from "@/components/brand/plate";
import { DataTable } from "@/components/data-table/data-table";
import { parseTableParams, type SearchParams } from "@/components/data-table/table-params";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/states";
import { announcements } from "@/lib/announcements/queries/announcements";
import { requireRole } from "@/lib/auth/queries/session";
import { formatDate } from "@/lib/core/format";
import { dateInZone } from "@/lib/core/time-zone";
import { clock } from "@/lib/platform/clock";

const PATH = "/manager/announcements";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("manager.nav");
  return { title: t("announcements") };
}

/** What hangs on the noticeboards, newest first. */
export default async function AnnouncementsPage(props: { searchParams: Promise<SearchParams> }) {
  const actor = await requireRole("manager");
  const searchParams = await props.searchParams;
  const params = parseTableParams(searchParams, { sortable: [] });
  const { profile } = await managerDesk(actor);
  const page = await announcements(actor, { ...params, now: clock.now() });
  if (page.rows.length === 0 && page.rowCount > 0) redirect(listAddress(PATH, searchParams, {}));
  const t = await getTranslations("manager.announcements");
  const locale = await getLocale();

  return (
    <>
      <PageHeader title={t("title")} />
      <div className="mt-4">
        <DataTable
          caption={t("title")}
          columns={[
            { id: "title", header: t("column.title") },
            { id: "building", header: t("column.building"), maxWidth: 220 },
            { id: "author", header: t("column.author") },
            { id: "published", header: t("column.published"), align: "end" },
          ]}
          rows={page.rows.map((row) => ({
            id: row.id,
            cells: {
              title: (
                <span className="block max-w-[62ch] py-2 whitespace-normal">
                  <details className="peer">
                    <summary className="cursor-pointer list-none font-mid hover:text-petrol">{row.title}</summary>
                  </details>
                  <span className="line-clamp-2 text-sm whitespace-pre-line text-ink-2 peer-open:line-clamp-none">
                    {row.body}
                  </span>
                </span>
              ),
              building: (
                <span className="inline-flex items-center gap-2">
                  <Plate>{row.building.plate}</Plate>
                  {row.building.name}
                </span>
              ),
              author: row.authorName ?? t("noAuthor"),
              published: formatDate(dateInZone(row.publishedAt, profile.timeZone), locale),
            },
          }))}
          rowCount={page.rowCount}
          {...params}
          searchLabel={t("search")}
          empty={<EmptyState sentence={t("empty")} />}
        />
      </div>
    </>
  );
}
