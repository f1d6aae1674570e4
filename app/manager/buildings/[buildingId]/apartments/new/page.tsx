import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LimitNotice, LimitRemedy } from "@/app/manager/_sections/limit-notice";
import { ApartmentForm } from "@/app/manager/buildings/_components/apartment-form";
import { RangeForm } from "@/app/manager/buildings/_components/range-form";
import { managerDesk } from "@/app/manager/desk";
import type { SearchParams } from "@/components/data-table/table-params";
import { readBuilding } from "@/app/manager/buildings/[buildingId]/read-building";
import { Crumbs } from "@/components/layout/crumbs";
import { PageHeader } from "@/components/layout/page-header";
import { SegmentedLinks } from "@/components/ui/segmented";
import { can } from "@/lib/auth/permissions";
import { requireRole } from "@/lib/auth/queries/session";
import { takenApartmentLabels } from "@/lib/buildings/queries/apartment-labels";

type Props = { params: Promise<{ buildingId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("manager.apartments");
  return { title: t("addTitle") };
}

/** One apartment, or floors with as many each; which of the two is in the address. */
export default async function NewApartmentPage(props: Props) {
  const actor = await requireRole("manager");
  const { buildingId } = await props.params;
  const many = (await props.searchParams)["many"] !== undefined;
  const building = await readBuilding(actor, buildingId);
  const { limits } = await managerDesk(actor);
  const mayBill = can(actor, "billing.view");
  const t = await getTranslations("manager.apartments");
  const path = `/manager/buildings/${buildingId}`;
  const form = { buildingId, cancelHref: path, limitRemedy: <LimitRemedy mayBill={mayBill} /> };

  return (
    <>
      <Crumbs items={[{ label: building.name, href: path }, { label: t("addTitle") }]} />
      <PageHeader title={t("addTitle")} meta={building.name} className="mb-4" />
      <SegmentedLinks
        aria-label={t("howMany")}
        className="mb-5"
        items={[
          { href: `${path}/apartments/new`, label: t("one"), current: !many },
          { href: `${path}/apartments/new?many=1`, label: t("many"), current: many },
        ]}
      />
      <div className="group/form">
        <LimitNotice
          limit={limits.find(({ metric }) => metric === "apartments")}
          mayBill={mayBill}
          className="mb-5 max-w-[640px] group-has-[[role=alert]]/form:hidden"
        />
        {many ? (
          <RangeForm {...form} taken={await takenApartmentLabels(actor, buildingId)} />
        ) : (
          <ApartmentForm {...form} />
        )}
      </div>
    </>
  );
}
