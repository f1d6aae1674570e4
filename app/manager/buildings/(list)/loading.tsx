import { useTranslations } from "next-intl";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

/** The list's shape: title, search, rows of a plate, a name and figures. */
export default function BuildingsLoading() {
  const t = useTranslations("common.table");
  return (
    <div>
      <Skeleton className="my-2.5 h-4 w-36" />
      <Skeleton className="mt-6 mb-4 h-7 w-60" />
      <SkeletonRows rows={10} widths={[190, 120, 80, 40]} label={t("loading")} />
    </div>
  );
}
