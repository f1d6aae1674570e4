import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { parseTableParams, type SearchParams } from "@/components/data-table/table-params";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { requireRole } from "@/lib/auth/queries/session";
import { residentHome } from "@/lib/people/queries/resident-home";
import { clock } from "@/lib/platform/clock";
import { AnnouncementItem } from "@/app/resident/_sections/announcement-item";
import { residentDesk } from "@/app/resident/home";

const PATH = "/resident/announcements";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("resident.nav");
  return { title: t("announcements") };
}

/** The noticeboard of one's buildings, newest first, a page at a time. */
export default async function ResidentAnnouncementsPage(props: { searchParams: Promise<SearchParams> }) {
  const actor = await requireRole("resident");
  const { page, pageSize } = parseTableParams(await props.searchParams, { sortable: [], pageSizes: [10] });
  const { profile } = await residentDesk(actor);
  const { apartments, announcements } = await residentHome(actor, { now: clock.now(), page, pageSize });
  if (announcements.rows.length === 0 && announcements.rowCount > 0) redirect(PATH);
  const t = await getTranslations("resident");
  const several = new Set(apartments.map(({ building }) => building.id)).size > 1;

  return (
    <>
      <h1 className="mt-1 mb-3 text-2xl font-semibold tracking-[-0.012em]">{t("announcements.title")}</h1>
      {announcements.rows.length === 0 ? (
        <EmptyState sentence={t(apartments.length === 0 ? "announcements.noHome" : "announcements.empty")} />
      ) : (
        <>
          <ul className="border-t border-line">
            {announcements.rows.map((row) => (
              <AnnouncementItem key={row.id} row={row} timeZone={profile.timeZone} showBuilding={several} />
            ))}
          </ul>
          <Pagination
            className="mt-4"
            page={page}
            pageSize={pageSize}
            rowCount={announcements.rowCount}
            hrefOf={(next) => (next === 1 ? PATH : `${PATH}?page=${next}`)}
          />
        </>
      )}
    </>
  );
}
