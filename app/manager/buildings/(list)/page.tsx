import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { FilterMenu } from "@/app/manager/_components/filter-menu";
import { LimitNotice } from "@/app/manager/_sections/limit-notice";
import { managerDesk } from "@/app/manager/desk";
import { listAddress } from "@/app/manager/list-address";
import { Plate } from "@/components/brand/plate";
import type { DataColumn, DataRow } from "@/components/data-table/data-column";
import { DataTable } from "@/components/data-table/data-table";
import { parseTableParams, type SearchParams } from "@/components/data-table/table-params";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { FilterChip } from "@/components/ui/chip";
import { BuildingOutline, EmptyState } from "@/components/ui/states";
import { can } from "@/lib/auth/permissions";
import { requireRole } from "@/lib/auth/queries/session";
import { BUILDING_SORTS } from "@/lib/buildings/building-list";
import { archivedBuildings } from "@/lib/buildings/queries/archived-buildings";
import { buildings } from "@/lib/buildings/queries/buildings";
import { formatDate, formatDecimal } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { dateInZone } from "@/lib/core/time-zone";
import { clock } from "@/lib/platform/clock";

const PATH = "/manager/buildings";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("manager.nav");
  return { title: t("buildings") };
}

export default async function BuildingsPage(props: { searchParams: Promise<SearchParams> }) {
  const actor = await requireRole("manager");
  const searchParams = await props.searchParams;
  const archived = searchParams["state"] === "archived";
  const params = parseTableParams(searchParams, {
    sortable: archived ? ["plate", "name", "city"] : BUILDING_SORTS,
    ...(archived ? {} : { defaultSort: "name" }),
  });
  const { profile, limits } = await managerDesk(actor);
  const locale = await getLocale();
  const t = await getTranslations("manager.buildings");
  const list = archived
    ? await archivedList(await archivedBuildings(actor, params), { locale, timeZone: profile.timeZone })
    : await livingList(await buildings(actor, { ...params, now: clock.now() }), locale);
  if (list.rows.length === 0 && list.rowCount > 0) redirect(listAddress(PATH, searchParams, {}));
  const nothingYet = list.rowCount === 0 && !archived && params.query === "";

  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          nothingYet ? null : (
            <ButtonLink href={`${PATH}/new`} variant="primary">
              {t("add")}
            </ButtonLink>
          )
        }
      />
      <LimitNotice
        limit={limits.find(({ metric }) => metric === "buildings")}
        mayBill={can(actor, "billing.view")}
        className="mt-3"
      />
      <div className="mt-4">
        <DataTable
          caption={t("title")}
          {...list}
          {...params}
          filtered={archived}
          searchLabel={t("search")}
          filters={
            archived ? (
              <FilterChip
                clearHref={listAddress(PATH, searchParams, { state: undefined })}
                clearLabel={t("clearFilter")}
              >
                {t("archived")}
              </FilterChip>
            ) : (
              <FilterMenu
                label={t("filter")}
                options={[
                  {
                    href: listAddress(PATH, searchParams, { state: "archived", sort: undefined }),
                    label: t("archived"),
                  },
                ]}
              />
            )
          }
          empty={
            <EmptyState
              outline={<BuildingOutline />}
              sentence={t("empty")}
              actions={
                <ButtonLink href={`${PATH}/new`} variant="primary" size="sm">
                  {t("add")}
                </ButtonLink>
              }
            />
          }
        />
      </div>
    </>
  );
}

type List = { columns: DataColumn[]; rows: DataRow[]; rowCount: number };
type Place = { name: string; plate: string; addressLine: string; postalCode: string; city: string };

async function livingList(page: Awaited<ReturnType<typeof buildings>>, locale: Locale): Promise<List> {
  const t = await getTranslations("manager.buildings.column");
  return {
    columns: [
      { id: "name", header: t("building"), sortable: true },
      { id: "address", header: t("address"), narrow: "meta", maxWidth: 320 },
      { id: "city", header: t("city"), sortable: true },
      { id: "apartments", header: t("apartments"), align: "end", sortable: true, narrow: "amount" },
      { id: "residents", header: t("residents"), align: "end", sortable: true, narrow: "hidden" },
    ],
    rows: page.rows.map((row) => ({
      id: row.id,
      href: `${PATH}/${row.id}`,
      cells: {
        ...placeCells(row),
        apartments: (
          <>
            <span className="max-sm:hidden">{formatDecimal(row.apartmentCount, locale)}</span>
            <span className="font-normal text-ink-2 sm:hidden">
              {t("apartmentsCount", { count: row.apartmentCount })}
            </span>
          </>
        ),
        residents: formatDecimal(row.residentCount, locale),
      },
    })),
    rowCount: page.rowCount,
  };
}

async function archivedList(
  page: Awaited<ReturnType<typeof archivedBuildings>>,
  { locale, timeZone }: { locale: Locale; timeZone: string },
): Promise<List> {
  const t = await getTranslations("manager.buildings.column");
  return {
    columns: [
      { id: "name", header: t("building"), sortable: true },
      { id: "address", header: t("address"), narrow: "meta", maxWidth: 320 },
      { id: "city", header: t("city"), sortable: true },
      { id: "archived", header: t("archivedOn"), align: "end", narrow: "meta" },
    ],
    rows: page.rows.map((row) => ({
      id: row.id,
      cells: { ...placeCells(row), archived: formatDate(dateInZone(row.archivedAt, timeZone), locale) },
    })),
    rowCount: page.rowCount,
  };
}

function placeCells({ name, plate, addressLine, postalCode, city }: Place) {
  return {
    name: (
      <span className="inline-flex items-center gap-2.5">
        <Plate>{plate}</Plate>
        {name}
      </span>
    ),
    address: `${addressLine}, ${postalCode}`,
    city,
  };
}
