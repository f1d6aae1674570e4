import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { ApartmentTable } from "@/app/manager/buildings/_sections/apartment-table";
import { ArchiveDialog } from "@/app/manager/buildings/_components/archive-dialog";
import { archiveBuildingAction } from "@/app/manager/buildings/actions";
import { readBuilding } from "@/app/manager/buildings/[buildingId]/read-building";
import { listAddress } from "@/app/manager/list-address";
import { Plate } from "@/components/brand/plate";
import { parseTableParams, type SearchParams } from "@/components/data-table/table-params";
import { Crumbs } from "@/components/layout/crumbs";
import { KeyFigures } from "@/components/layout/key-figures";
import { PageHeader, SectionHeading } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { requireRole } from "@/lib/auth/queries/session";
import { APARTMENT_KINDS } from "@/lib/buildings/apartment";
import { APARTMENT_SORTS } from "@/lib/buildings/building-list";
import { apartments } from "@/lib/buildings/queries/apartments";
import type { BuildingDetail } from "@/lib/buildings/queries/building-detail";
import { formatDecimal } from "@/lib/core/format";
import { clock } from "@/lib/platform/clock";

type Props = { params: Promise<{ buildingId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const actor = await requireRole("manager");
  const { name } = await readBuilding(actor, (await props.params).buildingId);
  return { title: name };
}

export default async function BuildingPage(props: Props) {
  const actor = await requireRole("manager");
  const { buildingId } = await props.params;
  const searchParams = await props.searchParams;
  const building = await readBuilding(actor, buildingId);
  const params = parseTableParams(searchParams, { sortable: APARTMENT_SORTS, defaultSort: "floor" });
  const kind = APARTMENT_KINDS.find((known) => known === searchParams["kind"]);
  const page = await apartments(actor, { buildingId, ...params, ...(kind ? { kind } : {}), now: clock.now() });
  const path = `/manager/buildings/${buildingId}`;
  if (page.rows.length === 0 && page.rowCount > 0) redirect(listAddress(path, searchParams, {}));
  const t = await getTranslations("manager");

  return (
    <>
      <Crumbs items={[{ label: building.name }]} />
      <Header building={building} path={path} />
      <Facts building={building} />
      <SectionHeading
        className="mt-7 mb-3"
        aside={
          <span className="flex flex-wrap gap-2">
            <ButtonLink href={`${path}/apartments/new?many=1`} size="sm">
              {t("apartments.addMany")}
            </ButtonLink>
            <ButtonLink href={`${path}/apartments/new`} size="sm">
              {t("apartments.addOne")}
            </ButtonLink>
          </span>
        }
      >
        {t("apartments.title")}
      </SectionHeading>
      <ApartmentTable path={path} searchParams={searchParams} params={params} kind={kind} page={page} />
    </>
  );
}

async function Header({ building, path }: { building: BuildingDetail; path: string }) {
  const t = await getTranslations("manager.building");
  const { name, plate, addressLine, postalCode, city } = building;
  return (
    <PageHeader
      before={<Plate size="lg">{plate}</Plate>}
      title={name}
      meta={`${addressLine}, ${postalCode} ${city}`}
      actions={
        <>
          <ArchiveDialog
            action={archiveBuildingAction}
            fields={{ buildingId: building.id }}
            title={t("archive.title", { name })}
            body={t("archive.body", { count: building.apartmentCount })}
            trigger={t("archive.open")}
            confirm={t("archive.confirm")}
          />
          <ButtonLink href={`${path}/edit`}>{t("edit")}</ButtonLink>
        </>
      }
    />
  );
}

async function Facts({ building }: { building: BuildingDetail }) {
  const t = await getTranslations("manager.building.fact");
  const locale = await getLocale();
  const figure = (value: number) => formatDecimal(value, locale);
  const uncounted = building.apartmentCount - building.countedApartmentCount;
  return (
    <KeyFigures
      className="mt-4"
      figures={[
        {
          label: t("apartments"),
          value: figure(building.apartmentCount),
          change: uncounted > 0 ? t("uncounted", { count: uncounted }) : undefined,
        },
        { label: t("vacant"), value: figure(building.vacantApartmentCount) },
        { label: t("residents"), value: figure(building.residentCount) },
        { label: t("announcements"), value: figure(building.announcementCount) },
      ]}
    />
  );
}
