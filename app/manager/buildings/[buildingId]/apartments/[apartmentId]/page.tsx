import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { LimitRemedy } from "@/app/manager/_sections/limit-notice";
import { ApartmentForm } from "@/app/manager/buildings/_components/apartment-form";
import { ArchiveDialog } from "@/app/manager/buildings/_components/archive-dialog";
import { archiveApartmentAction } from "@/app/manager/buildings/actions";
import { BellTag } from "@/components/brand/bell-tag";
import { Plate } from "@/components/brand/plate";
import { Columns } from "@/components/layout/columns";
import { readBuilding } from "@/app/manager/buildings/[buildingId]/read-building";
import { Crumbs } from "@/components/layout/crumbs";
import { DetailList } from "@/components/layout/detail-list";
import { PageHeader, SectionHeading } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/states";
import { can } from "@/lib/auth/permissions";
import { requireRole } from "@/lib/auth/queries/session";
import { type ApartmentRow, apartmentDetail } from "@/lib/buildings/queries/apartments";
import { clock } from "@/lib/platform/clock";
import { orNotFound } from "@/lib/platform/or-not-found";

type Props = { params: Promise<{ buildingId: string; apartmentId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("manager.apartments");
  return { title: t("editTitle") };
}

export default async function ApartmentPage(props: Props) {
  const actor = await requireRole("manager");
  const { buildingId, apartmentId } = await props.params;
  const now = clock.now();
  const building = await readBuilding(actor, buildingId);
  const apartment = await orNotFound(apartmentDetail(actor, { apartmentId, now }));
  if (apartment.buildingId !== building.id) notFound();
  const t = await getTranslations("manager.apartments");
  const locale = await getLocale();
  const path = `/manager/buildings/${buildingId}`;

  return (
    <>
      <Crumbs items={[{ label: building.name, href: path }, { label: apartment.label }]} />
      <PageHeader
        before={<Plate size="lg">{building.plate}</Plate>}
        title={
          <span className="flex items-center gap-2.5">
            {t(`kind.${apartment.kind}`)}
            <BellTag className="h-8 px-2.5 text-[1.1875rem] font-semibold">{apartment.label}</BellTag>
          </span>
        }
        meta={building.name}
        actions={
          <ArchiveDialog
            action={archiveApartmentAction}
            fields={{ apartmentId, buildingId }}
            title={t("archive.title", { label: apartment.label })}
            body={t("archive.body")}
            trigger={t("archive.open")}
            confirm={t("archive.confirm")}
          />
        }
        className="mb-5"
      />
      <Columns side="explain">
        <ApartmentForm
          buildingId={buildingId}
          apartmentId={apartmentId}
          values={{
            label: apartment.label,
            kind: apartment.kind,
            floor: apartment.floor,
            area: areaText(apartment, locale),
          }}
          cancelHref={path}
          limitRemedy={<LimitRemedy mayBill={can(actor, "billing.view")} />}
        />
        <Occupants apartment={apartment} />
      </Columns>
    </>
  );
}

/** With the language's decimal sign and no grouping, as one would type it. */
function areaText({ areaSquareMetres }: ApartmentRow, locale: string): string {
  return locale === "el" ? (areaSquareMetres ?? "").replace(".", ",") : (areaSquareMetres ?? "");
}

async function Occupants({ apartment }: { apartment: ApartmentRow }) {
  const t = await getTranslations("manager.apartments");
  return (
    <section aria-labelledby="occupants">
      <SectionHeading id="occupants" className="mb-1.5">
        {t("column.occupants")}
      </SectionHeading>
      {apartment.occupants.length === 0 ? (
        <EmptyState sentence={t("nobody")} />
      ) : (
        <DetailList
          className="border-t border-line"
          items={apartment.occupants.map(({ userId, name, kind }) => ({
            key: `${userId}:${kind}`,
            label: name,
            value: t(`occupancy.${kind}`),
          }))}
        />
      )}
    </section>
  );
}
