import { useTranslations } from "next-intl";
import { PortalLoading } from "@/app/manager/billing/_components/portal-loading";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

/** Search and rows. */
export default function InvoicesLoading() {
  const t = useTranslations("common.table");
  return (
    <PortalLoading>
      <Skeleton className="mb-4 h-7 w-60" />
      <SkeletonRows rows={12} widths={[150, 80, 160, 60, 60, 70]} label={t("loading")} />
    </PortalLoading>
  );
}
