import { useTranslations } from "next-intl";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

/** Title, sentence, and the rows of the comparison. */
export default function PlansLoading() {
  const t = useTranslations("common.table");
  return (
    <div aria-busy="true">
      <Skeleton className="my-2.5 h-4 w-48" />
      <Skeleton className="mt-5 mb-6 h-4 w-2/3" />
      <SkeletonRows rows={9} widths={[180, 60, 60, 60, 60]} label={t("loading")} />
    </div>
  );
}
