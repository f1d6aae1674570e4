import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { BellTag } from "@/components/brand/bell-tag";
import { Plate } from "@/components/brand/plate";
import { Voice } from "@/components/brand/voice";
import { SectionHeading } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/states";
import { requireRole } from "@/lib/auth/queries/session";
import { daysBetween } from "@/lib/core/calendar";
import { formatDecimal } from "@/lib/core/format";
import { dateInZone } from "@/lib/core/time-zone";
import type { ResidentApartment } from "@/lib/people/queries/resident-home";
import { AnnouncementItem } from "@/app/resident/_sections/announcement-item";
import { type ResidentDesk, residentDesk } from "@/app/resident/home";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("resident.nav");
  return { title: t("home") };
}

/** One's own doorbells, what is new in the building, and whom to write to. */
export default async function ResidentHomePage() {
  const actor = await requireRole("resident");
  const desk = await residentDesk(actor);
  const t = await getTranslations("resident");
  const { apartments, announcements } = desk.home;

  if (apartments.length === 0) {
    return (
      <>
        <h1 className="sr-only">{t("nav.home")}</h1>
        <EmptyState
          className="mt-2"
          outline={
            <span aria-hidden="true" className="flex items-center gap-2">
              <Plate faded>?</Plate>
              <BellTag className="opacity-55">?</BellTag>
            </span>
          }
          sentence={t("noHome", { organization: desk.profile.name })}
          actions={
            <a href={`mailto:${desk.profile.contactEmail}`} className="link">
              {desk.profile.contactEmail}
            </a>
          }
        />
      </>
    );
  }

  return (
    <>
      <h1 className="sr-only">{t("nav.home")}</h1>
      <section aria-label={t("homes")} className="sheet px-[18px] pt-4 pb-4">
        <Homes apartments={apartments} />
        <Voice className="mt-3.5 border-t border-line pt-3 text-[1.0625rem] leading-6">
          <News desk={desk} />
        </Voice>
      </section>
      <section aria-labelledby="announcements" className="mt-5">
        <SectionHeading
          id="announcements"
          className="mb-1.5"
          aside={
            announcements.rowCount > announcements.rows.length ? (
              <Link href="/resident/announcements" className="touch font-mid text-petrol">
                {t("announcements.all", { count: announcements.rowCount })}
              </Link>
            ) : null
          }
        >
          {t("announcements.title")}
        </SectionHeading>
        {announcements.rows.length === 0 ? (
          <EmptyState sentence={t("announcements.empty")} />
        ) : (
          <ul className="border-t border-line">
            {announcements.rows.map((row) => (
              <AnnouncementItem key={row.id} row={row} timeZone={desk.profile.timeZone} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

/** The reader's doorbells, by building; the building's own plate where there are several. */
async function Homes({ apartments }: { apartments: readonly ResidentApartment[] }) {
  const buildings = [...new Map(apartments.map(({ building }) => [building.id, building])).values()];
  return (
    <ul className="grid gap-4">
      {buildings.map((building) => (
        <li key={building.id} className="border-line not-first:border-t not-first:pt-4">
          <p className="flex items-center gap-2 text-sm text-ink-3">
            {buildings.length > 1 ? <Plate>{building.plate}</Plate> : null}
            {`${building.addressLine}, ${building.postalCode} ${building.city}`}
          </p>
          <ul className="mt-2 grid gap-2.5">
            {apartments
              .filter((apartment) => apartment.building.id === building.id)
              .map((apartment) => (
                <Doorbell key={`${apartment.apartmentId}:${apartment.occupancyKind}`} apartment={apartment} />
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

async function Doorbell({ apartment }: { apartment: ResidentApartment }) {
  const t = await getTranslations("resident");
  const locale = await getLocale();
  const { kind, label, floor, areaSquareMetres, occupancyKind } = apartment;
  const facts = [
    t(`occupancy.${occupancyKind}`),
    floor === 0 ? t("floor.ground") : t(floor > 0 ? "floor.above" : "floor.below", { floor: Math.abs(floor) }),
    areaSquareMetres === null ? null : t("area", { area: formatDecimal(areaSquareMetres, locale) }),
  ];
  return (
    <li className="flex items-center gap-3.5">
      <BellTag className="h-11 gap-2 rounded-[5px] px-3 text-[1.375rem] font-semibold">{label}</BellTag>
      <span className="min-w-0">
        <b className="block leading-[22px]">{t(`kindAlone.${kind}`)}</b>
        <span className="block text-[0.9375rem] leading-5 text-ink-2">{facts.filter(Boolean).join(" · ")}</span>
      </span>
    </li>
  );
}

/** How long ago the newest announcement was, in a sentence. */
async function News({ desk }: { desk: ResidentDesk }) {
  const t = await getTranslations("resident.news");
  const { rows, rowCount } = desk.home.announcements;
  const [newest] = rows;
  if (!newest) return t("none");
  const days = daysBetween(dateInZone(newest.publishedAt, desk.profile.timeZone), desk.profile.today);
  return t.rich("newest", { b: (chunks) => <b>{chunks}</b>, count: rowCount, days, title: newest.title });
}
