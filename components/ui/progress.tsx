"use client";

import { Progress as Base } from "@base-ui/react/progress";
import type { ReactNode } from "react";

/** How much of a known amount of work is done; `value` of `max`, or null while it is not known. */
export function Progress(props: {
  label: ReactNode;
  value: number | null;
  max?: number | undefined;
  detail?: ReactNode;
}) {
  return (
    <Base.Root value={props.value} max={props.max} className="grid gap-1.5">
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <Base.Label className="font-mid">{props.label}</Base.Label>
        <span className="num text-ink-3">{props.detail}</span>
      </div>
      <Base.Track className="h-2 overflow-hidden rounded-[2px] bg-line">
        <Base.Indicator className="h-full bg-chart-1 transition-[width] duration-(--t-slow) data-indeterminate:w-1/3 data-indeterminate:animate-pulse" />
      </Base.Track>
    </Base.Root>
  );
}
