import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { Plate } from "@/components/brand/plate";
import { SectionHeading } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/states";
import type { AnnouncementRow } from "@/lib/announcements/queries/announcements";
import { formatDate } from "@/lib/core/format";
import { dateInZone } from "@/lib/core/time-zone";

/** The newest announcements of all buildings. */
export function Notices(props: { rows: readonly AnnouncementRow[]; rowCount: number; timeZone: string }) {
  const t = useTranslations("manager.announcements");
  const locale = useLocale();
  return (
    <section aria-labelledby="notices">
      <SectionHeading
        id="notices"
        className="mb-1.5"
        aside={
          props.rowCount > 0 ? (
            <Link href="/manager/announcements" className="link">
              {t("all", { count: props.rowCount })}
            </Link>
          ) : null
        }
      >
        {t("recent")}
      </SectionHeading>
      {props.rows.length === 0 ? (
        <EmptyState sentence={t("empty")} />
      ) : (
        <ul className="border-t border-line">
          {props.rows.map((row) => (
            <li key={row.id} className="flex items-baseline gap-3 border-b border-line py-2">
              <Plate className="self-center">{row.building.plate}</Plate>
              <span className="min-w-0 flex-1 truncate">{row.title}</span>
              <span className="num text-sm text-ink-3">
                {formatDate(dateInZone(row.publishedAt, props.timeZone), locale)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
