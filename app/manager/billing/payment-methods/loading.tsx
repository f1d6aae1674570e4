import { useTranslations } from "next-intl";
import { PortalLoading, SheetSkeleton } from "@/app/manager/billing/_components/portal-loading";
import { Columns } from "@/components/layout/columns";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

/** The cards, and the form for another. */
export default function PaymentMethodsLoading() {
  const t = useTranslations("common.table");
  return (
    <PortalLoading>
      <Columns side="explain">
        <div>
          <Skeleton className="mb-5 h-4 w-2/3" />
          <SkeletonRows rows={2} widths={[140, 60]} label={t("loading")} />
        </div>
        <SheetSkeleton lines={6} />
      </Columns>
    </PortalLoading>
  );
}
