"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn";

/** A few words for something already understandable without them (a collapsed rail, a cut-off name). Never the only label. */
export function Tooltip(props: {
  content: ReactNode;
  children: ReactElement;
  side?: "top" | "right" | "bottom" | undefined;
  className?: string | undefined;
}) {
  return (
    <Base.Root>
      <Base.Trigger render={props.children} delay={400} />
      <Base.Portal>
        <Base.Positioner side={props.side ?? "top"} sideOffset={6} className="z-50">
          <Base.Popup
            className={cn("floats max-w-72 rounded-md bg-ink px-2 py-1 text-sm text-ground", props.className)}
          >
            {props.content}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
