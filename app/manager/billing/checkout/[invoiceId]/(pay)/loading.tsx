import { useTranslations } from "next-intl";
import { SheetSkeleton } from "@/app/manager/billing/_components/portal-loading";
import { Columns } from "@/components/layout/columns";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

/** Title, lines and sums, and the sheet beside them. */
export default function InvoiceLoading() {
  const t = useTranslations("common.table");
  return (
    <div aria-busy="true">
      <Skeleton className="my-2.5 h-4 w-64" />
      <Columns side="explain" className="mt-7">
        <div>
          <SkeletonRows rows={4} widths={[180, 120, 60, 70]} label={t("loading")} />
          <Skeleton className="mt-7 ml-auto h-4 w-60" />
        </div>
        <SheetSkeleton lines={6} />
      </Columns>
    </div>
  );
}
