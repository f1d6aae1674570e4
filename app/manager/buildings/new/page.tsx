import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LimitNotice, LimitRemedy } from "@/app/manager/_sections/limit-notice";
import { BuildingForm } from "@/app/manager/buildings/_components/building-form";
import { managerDesk } from "@/app/manager/desk";
import { Crumbs } from "@/components/layout/crumbs";
import { PageHeader } from "@/components/layout/page-header";
import { can } from "@/lib/auth/permissions";
import { requireRole } from "@/lib/auth/queries/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("manager.buildings");
  return { title: t("add") };
}

export default async function NewBuildingPage() {
  const actor = await requireRole("manager");
  const { limits } = await managerDesk(actor);
  const mayBill = can(actor, "billing.view");
  const t = await getTranslations("manager.buildings");

  return (
    <>
      <Crumbs items={[{ label: t("add") }]} />
      <PageHeader title={t("add")} voice={t("addVoice")} className="mb-5" />
      <div className="group/form">
        <LimitNotice
          limit={limits.find(({ metric }) => metric === "buildings")}
          mayBill={mayBill}
          className="mb-5 max-w-[640px] group-has-[[role=alert]]/form:hidden"
        />
        <BuildingForm cancelHref="/manager/buildings" limitRemedy={<LimitRemedy mayBill={mayBill} />} />
      </div>
    </>
  );
}
