import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { Plate } from "@/components/brand/plate";
import type { AnnouncementRow } from "@/lib/announcements/queries/announcements";
import { formatDate } from "@/lib/core/format";
import { dateInZone } from "@/lib/core/time-zone";

/** One announcement of a list: title, its beginning, when; the plate where several buildings meet. */
export function AnnouncementItem(props: {
  row: AnnouncementRow;
  timeZone: string;
  showBuilding?: boolean | undefined;
}) {
  const t = useTranslations("resident.announcements");
  const locale = useLocale();
  const { row } = props;
  const date = formatDate(dateInZone(row.publishedAt, props.timeZone), locale);
  return (
    <li className="relative flex items-center gap-3 border-b border-line py-3 hover:bg-[color-mix(in_oklch,var(--petrol-soft)_50%,transparent)]">
      <span className="min-w-0 flex-1">
        <Link
          href={`/resident/announcements/${row.id}`}
          className="block leading-[21px] font-mid after:absolute after:inset-0"
        >
          {row.title}
        </Link>
        <span className="mt-[3px] line-clamp-2 text-[0.875rem] leading-[18px] text-ink-2">{row.body}</span>
        <span className="num mt-1 flex items-center gap-2 text-[0.84375rem] leading-[18px] text-ink-3">
          {props.showBuilding ? <Plate>{row.building.plate}</Plate> : null}
          {row.authorName === null ? date : t("byOn", { name: row.authorName, date })}
        </span>
      </span>
      <ChevronRight className="size-5 text-ink-3" aria-hidden="true" />
    </li>
  );
}
