import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of a page with a form: title, labels, controls. */
export function FormSkeleton(props: { fields: number }) {
  const t = useTranslations("common.table");
  return (
    <output aria-label={t("loading")} className="block max-w-[640px]">
      <Skeleton className="my-2.5 h-4 w-52" />
      {Array.from({ length: props.fields }, (_, field) => (
        <span key={field} className="mt-6 block">
          <Skeleton className="w-24" />
          <Skeleton className="mt-2.5 h-8.5 w-full rounded-md max-sm:h-11" />
        </span>
      ))}
    </output>
  );
}
