"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn";
import { BACKDROP } from "./dialog";

const SIDES = {
  left: "inset-y-0 left-0 w-[280px] max-w-[85vw] data-starting-style:-translate-x-2 data-ending-style:-translate-x-2",
  right: "inset-y-0 right-0 w-[448px] max-w-full data-starting-style:translate-x-2 data-ending-style:translate-x-2",
  bottom:
    "inset-x-0 bottom-0 max-h-[85dvh] rounded-t-lg pb-[env(safe-area-inset-bottom)] data-starting-style:translate-y-2 data-ending-style:translate-y-2",
} as const;

/** A panel from an edge: navigation on narrow screens (left), a detail (right), choices on a phone (bottom). */
export function Drawer(props: {
  side: keyof typeof SIDES;
  title: ReactNode;
  children: ReactNode;
  hideTitle?: boolean | undefined;
  trigger?: ReactElement | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
}) {
  const t = useTranslations("common.action");
  return (
    <Base.Root open={props.open} onOpenChange={(open) => props.onOpenChange?.(open)}>
      {props.trigger ? <Base.Trigger render={props.trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={BACKDROP} />
        <Base.Popup
          className={cn(
            "fixed z-40 flex flex-col overflow-y-auto bg-surface shadow-(--shadow-float) transition-[opacity,transform] duration-(--t-slow) ease-(--ease) [--glyph-ground:var(--surface)] data-ending-style:opacity-0 data-starting-style:opacity-0",
            SIDES[props.side],
          )}
        >
          <div className={cn("flex items-center justify-between gap-4 px-5 pt-4", props.hideTitle && "sr-only")}>
            <Base.Title className="text-lg font-semibold">{props.title}</Base.Title>
            <Base.Close
              aria-label={t("close")}
              className="touch grid size-8 place-items-center rounded-md text-ink-3 hover:bg-sunken hover:text-ink"
            >
              <X />
            </Base.Close>
          </div>
          {props.children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
