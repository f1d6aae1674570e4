"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn";

/** Something small to read or fill in beside what opened it. */
export function Popover(props: {
  trigger: ReactElement;
  children: ReactNode;
  align?: "start" | "center" | "end" | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  className?: string | undefined;
  "aria-label"?: string | undefined;
}) {
  return (
    <Base.Root open={props.open} onOpenChange={(open) => props.onOpenChange?.(open)}>
      <Base.Trigger render={props.trigger} />
      <Base.Portal>
        <Base.Positioner align={props.align ?? "start"} sideOffset={4} collisionPadding={8} className="z-50">
          <Base.Popup
            aria-label={props["aria-label"]}
            className={cn("raised floats max-w-[calc(100vw-16px)] rounded-lg p-3 outline-none", props.className)}
          >
            {props.children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
