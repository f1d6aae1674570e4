import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

const SIDES = { explain: "lg:grid-cols-[minmax(0,1fr)_376px]", detail: "lg:grid-cols-[minmax(0,1fr)_448px]" } as const;

/** Main column and side panel: `explain` 376 wide, `detail` 448. One under the other below 1100 pixels. */
export function Columns(props: { side: keyof typeof SIDES; children: ReactNode; className?: string | undefined }) {
  return (
    <div className={cn("grid items-start gap-7 *:min-w-0", SIDES[props.side], props.className)}>{props.children}</div>
  );
}
