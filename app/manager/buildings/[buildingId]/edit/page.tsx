import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BuildingForm } from "@/app/manager/buildings/_components/building-form";
import { Plate } from "@/components/brand/plate";
import { readBuilding } from "@/app/manager/buildings/[buildingId]/read-building";
import { Crumbs } from "@/components/layout/crumbs";
import { PageHeader } from "@/components/layout/page-header";
import { requireRole } from "@/lib/auth/queries/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("manager.building");
  return { title: t("editTitle") };
}

export default async function EditBuildingPage(props: { params: Promise<{ buildingId: string }> }) {
  const actor = await requireRole("manager");
  const { buildingId } = await props.params;
  const building = await readBuilding(actor, buildingId);
  const t = await getTranslations("manager.building");
  const path = `/manager/buildings/${buildingId}`;
  const { name, plate, addressLine, postalCode, city } = building;

  return (
    <>
      <Crumbs items={[{ label: name, href: path }, { label: t("edit") }]} />
      <PageHeader before={<Plate size="lg">{plate}</Plate>} title={t("editTitle")} className="mb-5" />
      <BuildingForm buildingId={buildingId} values={{ name, plate, addressLine, postalCode, city }} cancelHref={path} />
    </>
  );
}
