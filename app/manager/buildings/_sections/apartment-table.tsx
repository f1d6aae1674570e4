import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { FilterMenu } from "@/app/manager/_components/filter-menu";
import { useFloorName } from "@/app/manager/buildings/_components/floor-name";
import { listAddress } from "@/app/manager/list-address";
import { BellTag } from "@/components/brand/bell-tag";
import type { DataColumn } from "@/components/data-table/data-column";
import { DataTable } from "@/components/data-table/data-table";
import type { SearchParams, TableParams } from "@/components/data-table/table-params";
import { ButtonLink } from "@/components/ui/button";
import { FilterChip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/states";
import { APARTMENT_KINDS, type ApartmentKind } from "@/lib/buildings/apartment";
import type { ApartmentRow } from "@/lib/buildings/queries/apartments";
import { formatDecimal } from "@/lib/core/format";
import type { ListPage } from "@/lib/core/list-page";

/** A building's apartments as the address asks for them. */
export async function ApartmentTable(props: {
  path: string;
  searchParams: SearchParams;
  params: TableParams;
  kind: ApartmentKind | undefined;
  page: ListPage<ApartmentRow>;
}) {
  const { path, searchParams, kind, page } = props;
  const t = await getTranslations("manager.apartments");
  return (
    <DataTable
      caption={t("title")}
      columns={await columns()}
      rows={page.rows.map((row) => ({ id: row.id, href: `${path}/apartments/${row.id}`, cells: cellsOf(row) }))}
      rowCount={page.rowCount}
      {...props.params}
      filtered={kind !== undefined}
      searchLabel={t("search")}
      filters={await kindFilter(kind, { path, searchParams })}
      empty={<NoApartments path={path} />}
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
