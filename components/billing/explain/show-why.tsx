import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** "Show why": opens an explanation in place, without JavaScript. `children` is an <Explain>. */
export function ShowWhy(props: {
  /** The line that is explained, for those who only hear the control. */
  about: string;
  children: ReactNode;
  open?: boolean | undefined;
  className?: string | undefined;
}) {
  return (
    <details open={props.open} className={cn("group/why @container", props.className)}>
      <WhySummary about={props.about} />
      <div className="pt-1.5">{props.children}</div>
    </details>
  );
}

/** Name and amount of a line with its explanation beneath. */
export function ExplainedAmount(props: {
  name: string;
  note?: ReactNode;
  amount: string;
  children: ReactNode;
  open?: boolean | undefined;
}) {
  return (
    <div className="border-b border-line py-2">
      <div className="flex justify-between gap-3">
        <div className="min-w-0">
          <p className="font-mid">{props.name}</p>
          {props.note ? <p className="text-sm text-ink-3">{props.note}</p> : null}
        </div>
        <span className="num">{props.amount}</span>
      </div>
      <ShowWhy about={props.name} open={props.open} className="-mx-2 [&>summary]:mx-2">
        {props.children}
      </ShowWhy>
    </div>
  );
}

function WhySummary({ about }: { about: string }) {
  const t = useTranslations("common.action");
  return (
    <summary className="touch inline-flex cursor-pointer list-none items-center gap-1 rounded-sm text-sm text-petrol hover:text-petrol-hover [&::-webkit-details-marker]:hidden">
      <span className="group-open/why:hidden">{t("showWhy")}</span>
      <span className="hidden group-open/why:inline">{t("hideWhy")}</span>
      <span className="sr-only">: {about}</span>
      <ChevronDown
        className="size-3.5 transition-transform duration-(--t-fast) group-open/why:rotate-180"
        aria-hidden="true"
      />
    </summary>
  );
}
