import { getTranslations } from "next-intl/server";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

/** A list on its way: title, toolbar, rows of the real height. */
export async function ListLoading({ widths }: { widths: readonly number[] }) {
  const t = await getTranslations("common.table");
  return (
    <>
      <Skeleton className="mt-2 h-6 w-40" />
      <div className="mt-6 mb-4 flex gap-2">
        <Skeleton className="h-7 w-60" />
        <Skeleton className="h-7 w-24" />
      </div>
      <SkeletonRows rows={12} widths={widths} label={t("loading")} />
    </>
  );
}
