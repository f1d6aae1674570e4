import { useTranslations } from "next-intl";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

/** A building's shape: plate and name, address, figures, apartments. */
export default function BuildingLoading() {
  const t = useTranslations("common.table");
  return (
    <div>
      <span className="flex items-center gap-3">
        <Skeleton className="h-8 w-11" />
        <Skeleton className="h-4 w-52" />
      </span>
      <Skeleton className="mt-2.5 w-64" />
      <div className="mt-5 flex h-[60px] items-center gap-10 border-y border-line">
        {[64, 40, 52].map((width) => (
          <span key={width} style={{ width }}>
            <Skeleton />
          </span>
        ))}
      </div>
      <Skeleton className="mt-8 mb-4 h-3.5 w-32" />
      <SkeletonRows rows={8} widths={[44, 96, 70, 140, 48]} label={t("loading")} />
    </div>
  );
}
