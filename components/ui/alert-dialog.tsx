"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import { useTranslations } from "next-intl";
import type { ReactElement, ReactNode } from "react";
import { Button } from "./button";
import { BACKDROP } from "./dialog";

/**
 * Asks before what cannot be undone; where undo is possible, undo instead of asking. `confirm` is the button (or a form with
 * one) that names the result; the way back is always there.
 */
export function AlertDialog(props: {
  title: ReactNode;
  children: ReactNode;
  confirm: ReactNode;
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
        <Base.Viewport className="fixed inset-0 z-40 grid place-items-center overflow-y-auto p-4">
          <Base.Popup className="raised floats w-full max-w-[460px] rounded-lg px-5 py-[18px]">
            <Base.Title className="text-[1.125rem] leading-6 font-semibold">{props.title}</Base.Title>
            <Base.Description render={<div />} className="mt-2 text-ink-2">
              {props.children}
            </Base.Description>
            <div className="mt-5 flex flex-wrap justify-end gap-2">
              <Base.Close render={<Button>{t("keep")}</Button>} />
              {props.confirm}
            </div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
