import { getTranslations } from "next-intl/server";
import { Columns } from "@/components/layout/columns";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

/** One object on its way: title, facts, rows left and right. */
export async function DetailLoading() {
  const t = await getTranslations("common.table");
  return (
    <>
      <Skeleton className="mt-2 h-6 w-64" />
      <Skeleton className="mt-4 h-4 w-96 max-w-full" />
      <Columns side="explain" className="mt-7">
        <SkeletonRows rows={8} widths={[160, 90, 70]} label={t("loading")} />
        <SkeletonRows rows={6} widths={[90, 120]} label={t("loading")} />
      </Columns>
    </>
  );
}
