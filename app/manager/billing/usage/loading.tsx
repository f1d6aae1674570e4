import { useTranslations } from "next-intl";
import { PortalLoading } from "@/app/manager/billing/_components/portal-loading";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

/** Sentence, meters, and the place of the first drawing. */
export default function UsageLoading() {
  const t = useTranslations("common.table");
  return (
    <PortalLoading>
      <Skeleton className="mb-5 h-4 w-1/2" />
      <SkeletonRows rows={5} widths={[110, 90, 150, 80]} label={t("loading")} />
      <Skeleton className="mt-8 mb-3 h-3.5 w-60" />
      <div className="h-[180px] border-b border-line" />
    </PortalLoading>
  );
}
