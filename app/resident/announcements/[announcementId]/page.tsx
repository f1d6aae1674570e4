import { ChevronLeft } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { cache } from "react";
import { residentDesk } from "@/app/resident/home";
import { Plate } from "@/components/brand/plate";
import { Voice } from "@/components/brand/voice";
import type { OrganizationActor } from "@/lib/auth/actor";
import { requireRole } from "@/lib/auth/queries/session";
import { formatInstant } from "@/lib/core/format";
import { residentAnnouncement } from "@/lib/people/queries/resident-announcement";
import { clock } from "@/lib/platform/clock";
import { orNotFound } from "@/lib/platform/or-not-found";

type Props = { params: Promise<{ announcementId: string }> };

/** For the title and the page: read once a request. */
const readAnnouncement = cache((actor: OrganizationActor, announcementId: string) =>
  orNotFound(residentAnnouncement(actor, { announcementId, now: clock.now() })),
);

export async function generateMetadata(props: Props): Promise<Metadata> {
  const actor = await requireRole("resident");
  const { title } = await readAnnouncement(actor, (await props.params).announcementId);
  return { title };
}

export default async function ResidentAnnouncementPage(props: Props) {
  const actor = await requireRole("resident");
  const row = await readAnnouncement(actor, (await props.params).announcementId);
  const { profile } = await residentDesk(actor);
  const t = await getTranslations("resident.announcements");
  const locale = await getLocale();
  const when = formatInstant(row.publishedAt, profile.timeZone, locale);

  return (
    <article>
      <Link href="/resident/announcements" className="touch -ml-1 mb-2 inline-flex items-center gap-1 text-petrol">
        <ChevronLeft className="size-[18px]" aria-hidden="true" />
        {t("title")}
      </Link>
      <h1 className="text-2xl font-semibold tracking-[-0.012em]">{row.title}</h1>
      <p className="num mt-2 flex flex-wrap items-center gap-2 text-sm whitespace-normal text-ink-3">
        <Plate>{row.building.plate}</Plate>
        <span>{row.building.name}</span>
        <span aria-hidden="true">·</span>
        <span>{row.authorName === null ? when : t("byOn", { name: row.authorName, date: when })}</span>
      </p>
      <Voice as="div" className="mt-5 border-t border-line pt-4 text-[1.125rem] leading-7 whitespace-pre-line">
        {row.body}
      </Voice>
    </article>
  );
}
