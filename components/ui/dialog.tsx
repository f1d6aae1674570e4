"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn";

const WIDTHS = { sm: "max-w-[420px]", md: "max-w-[560px]", lg: "max-w-[760px]" } as const;

export const BACKDROP =
  "fixed inset-0 z-40 bg-[oklch(0.17_0.012_205/0.45)] transition-opacity duration-(--t-mid) data-ending-style:opacity-0 data-starting-style:opacity-0 dark:bg-[oklch(0_0_0/0.6)]";

/** A question or a small form over the page. Give a `trigger`, or steer it with `open` and `onOpenChange`. */
export function Dialog(props: {
  title: ReactNode;
  children: ReactNode;
  description?: ReactNode;
  trigger?: ReactElement | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  width?: keyof typeof WIDTHS | undefined;
}) {
  const t = useTranslations("common.action");
  return (
    <Base.Root open={props.open} onOpenChange={(open) => props.onOpenChange?.(open)}>
      {props.trigger ? <Base.Trigger render={props.trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={BACKDROP} />
        <Base.Viewport className="fixed inset-0 z-40 grid place-items-center overflow-y-auto p-4">
          <Base.Popup
            className={cn("raised floats w-full rounded-lg px-5 pt-[18px] pb-5", WIDTHS[props.width ?? "md"])}
          >
            <div className="flex items-start justify-between gap-4">
              <Base.Title className="text-[1.125rem] leading-6 font-semibold">{props.title}</Base.Title>
              <Base.Close
                aria-label={t("close")}
                className="touch -mr-1.5 -mt-1 grid size-8 flex-none place-items-center rounded-md text-ink-3 hover:bg-sunken hover:text-ink"
              >
                <X />
              </Base.Close>
            </div>
            {props.description ? (
              <Base.Description className="voice mt-1.5 text-[1.0625rem] leading-6 text-ink-2">
                {props.description}
              </Base.Description>
            ) : null}
            <div className="mt-4">{props.children}</div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
