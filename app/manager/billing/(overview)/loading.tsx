import { useTranslations } from "next-intl";
import { PortalLoading, SheetSkeleton } from "@/app/manager/billing/_components/portal-loading";
import { Columns } from "@/components/layout/columns";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

/** Sentence, figures, meters and invoices, and the next invoice beside them. */
export default function OverviewLoading() {
  const t = useTranslations("common.table");
  return (
    <PortalLoading>
      <Columns side="explain">
        <div>
          <Skeleton className="mb-5 h-4 w-3/4" />
          <div className="mb-6 flex h-14 items-center gap-8 border-y border-line">
            {[72, 96, 128, 64, 72].map((width, index) => (
              <Skeleton key={index} className={index > 2 ? "w-16" : width > 90 ? "w-28" : "w-20"} />
            ))}
          </div>
          <SkeletonRows rows={5} widths={[110, 90, 150, 80]} label={t("loading")} />
          <div className="mt-7">
            <SkeletonRows rows={6} widths={[140, 80, 120, 60, 60]} label={t("loading")} />
          </div>
        </div>
        <SheetSkeleton lines={8} />
      </Columns>
    </PortalLoading>
  );
}
