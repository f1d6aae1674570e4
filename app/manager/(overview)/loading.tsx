import { useTranslations } from "next-intl";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

/** The overview's shape: title, sentence, key figures, two columns. */
export default function ManagerLoading() {
  const t = useTranslations("common.table");
  return (
    <div>
      <Skeleton className="my-2.5 h-4 w-44" />
      <Skeleton className="mt-6 h-4 w-full max-w-[560px]" />
      <div className="mt-5 flex h-[60px] items-center gap-10 border-y border-line">
        {[60, 72, 52, 64].map((width) => (
          <span key={width} style={{ width }}>
            <Skeleton />
          </span>
        ))}
      </div>
      <div className="mt-8">
        <SkeletonRows rows={6} widths={[76, 205, 120, 52]} label={t("loading")} />
      </div>
    </div>
  );
}
