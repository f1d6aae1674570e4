import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";
import { useTranslations } from "next-intl";

/** A title, facts, choices. */
export default function MoreLoading() {
  const t = useTranslations("common.table");
  return (
    <div>
      <Skeleton className="my-2.5 h-4 w-36" />
      <Skeleton className="mt-6 mb-3 w-16" />
      <SkeletonRows rows={3} widths={[60, 150]} label={t("loading")} />
      <Skeleton className="mt-8 h-24 w-full rounded-md" />
    </div>
  );
}
