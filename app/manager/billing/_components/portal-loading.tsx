import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { PortalHeader } from "./portal-header";

/** The portal's own title and tabs, which need no data, above the shape of a page. */
export function PortalLoading({ children }: { children: ReactNode }) {
  return (
    <div aria-busy="true">
      <PortalHeader />
      <div className="mt-5">{children}</div>
    </div>
  );
}

/** The shape of a sheet at the side. */
export function SheetSkeleton({ lines }: { lines: number }) {
  const t = useTranslations("common.table");
  return (
    <output aria-label={t("loading")} className="sheet grid gap-5 px-[18px] py-5">
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="flex justify-between">
          <Skeleton className={line % 2 === 0 ? "w-36" : "w-24"} />
          <Skeleton className="w-14" />
        </span>
      ))}
    </output>
  );
}
