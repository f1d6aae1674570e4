import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export type KeyFigure = {
  label: ReactNode;
  value: ReactNode;
  /** In words or signed, beside the figure. */
  change?: ReactNode;
};

/** One row between two hairlines, parted by vertical lines. Not boxes, no icons. Wraps to two columns on a phone. */
export function KeyFigures(props: { figures: readonly KeyFigure[]; className?: string | undefined }) {
  return (
    <dl
      className={cn(
        "flex flex-wrap gap-y-3 border-y border-line py-[9px] max-sm:grid max-sm:grid-cols-2 max-sm:gap-x-4",
        props.className,
      )}
    >
      {props.figures.map((figure, index) => (
        <div
          key={index}
          className="min-w-0 flex-auto border-line sm:border-l sm:px-5 sm:whitespace-nowrap sm:first:border-0 sm:first:pl-0"
        >
          <dt className="mb-0.5 text-xs text-ink-3">{figure.label}</dt>
          <dd>
            <span className="figure text-[1.125rem] leading-6 font-semibold max-sm:whitespace-normal">
              {figure.value}
            </span>
            {figure.change ? <span className="figure text-sm text-ink-2"> {figure.change}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
