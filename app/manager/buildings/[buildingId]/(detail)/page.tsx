import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { redirect } from "next/navigation";
import { FilterMenu } from "@/app/manager/_components/filter-menu";
import { ArchiveDialog } from "@/app/manager/buildings/_components/archive-dialog";
import { useFloorName } from "@/app/manager/buildings/_components/floor-name";
import { archiveBuildingAction } from "@/app/manager/buildings/actions";
import { readBuilding } from "@/app/manager/buildings/[buildingId]/read-building";
import { listAddress } from "@/app/manager/list-address";
import { BellTag } from "@/components/brand/bell-tag";
import { Plate } from "@/components/brand/plate";
import type { DataColumn } from "@/components/data-table/data-column";
import { DataTable } from "@/components/data-table/data-table";
import { parseTableParams, type SearchParams } from "@/components/data-table/table-params";
import { Crumbs } from "@/components/layout/crumbs";
import { KeyFigures } from "@/components/layout/key-figures";
import { PageHeader, SectionHeading } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { FilterChip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/states";
import { requireRole } from "@/lib/auth/queries/session";
import { APARTMENT_KINDS, type ApartmentKind } from "@/lib/buildings/apartment";
import { APARTMENT_SORTS } from "@/lib/buildings/building-list";
import { type ApartmentRow, apartments } from "@/lib/buildings/queries/apartments";
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
      <DataTable
        caption={t("apartments.title")}
        columns={await columns()}
        rows={page.rows.map((row) => ({ id: row.id, href: `${path}/apartments/${row.id}`, cells: cellsOf(row) }))}
        rowCount={page.rowCount}
        {...params}
        filtered={kind !== undefined}
        searchLabel={t("apartments.search")}
        filters={await kindFilter(kind, { path, searchParams })}
        empty={<NoApartments path={path} />}
      />
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

async function columns(): Promise<DataColumn[]> {
  const t = await getTranslations("manager.apartments.column");
  return [
    { id: "label", header: t("label"), sortable: true },
    { id: "kind", header: t("kind"), sortable: true },
    { id: "floor", header: t("floor"), sortable: true },
    { id: "occupants", header: t("occupants"), maxWidth: 360 },
    { id: "area", header: t("area"), align: "end", sortable: true, narrow: "amount" },
  ];
}

function cellsOf(row: ApartmentRow) {
  return {
    label: <BellTag>{row.label}</BellTag>,
    kind: <KindName kind={row.kind} />,
    floor: <FloorName floor={row.floor} />,
    occupants: <Occupants row={row} />,
    area: <Area squareMetres={row.areaSquareMetres} />,
  };
}

async function KindName({ kind }: { kind: ApartmentKind }) {
  const t = await getTranslations("manager.apartments.kind");
  return t(kind);
}

function FloorName({ floor }: { floor: number }) {
  return useFloorName()(floor);
}

async function Occupants({ row }: { row: ApartmentRow }) {
  const t = await getTranslations("manager.apartments");
  if (row.occupants.length === 0) return <span className="text-ink-3">{t("vacant")}</span>;
  return row.occupants.map(({ name }) => name).join(", ");
}

async function Area({ squareMetres }: { squareMetres: string | null }) {
  const t = await getTranslations("manager.apartments");
  const locale = await getLocale();
  if (squareMetres === null) return <span className="sr-only">{t("notMeasured")}</span>;
  return t("squareMetres", { area: formatDecimal(squareMetres, locale) });
}

async function kindFilter(
  kind: ApartmentKind | undefined,
  { path, searchParams }: { path: string; searchParams: SearchParams },
) {
  const t = await getTranslations("manager.apartments");
  if (kind) {
    return (
      <FilterChip clearHref={listAddress(path, searchParams, { kind: undefined })} clearLabel={t("clearFilter")}>
        {t(`kind.${kind}`)}
      </FilterChip>
    );
  }
  return (
    <FilterMenu
      label={t("column.kind")}
      options={APARTMENT_KINDS.map((value) => ({
        href: listAddress(path, searchParams, { kind: value }),
        label: t(`kind.${value}`),
      }))}
    />
  );
}

async function NoApartments({ path }: { path: string }) {
  const t = await getTranslations("manager.apartments");
  return (
    <EmptyState
      outline={
        <span aria-hidden="true" className="flex gap-2">
          {["Α1", "Α2", "Β1"].map((label) => (
            <BellTag key={label} className="opacity-55">
              {label}
            </BellTag>
          ))}
        </span>
      }
      sentence={t("empty")}
      actions={
        <>
          <ButtonLink href={`${path}/apartments/new?many=1`} variant="primary" size="sm">
            {t("addMany")}
          </ButtonLink>
          <Link href={`${path}/apartments/new`} className="link text-sm">
            {t("addOne")}
          </Link>
        </>
      }
    />
  );
}
