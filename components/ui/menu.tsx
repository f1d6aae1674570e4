"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn";

const ITEM =
  "flex min-h-8 cursor-default items-center gap-2.5 rounded-sm px-2.5 py-1 text-ink outline-none select-none data-disabled:text-ink-3 data-highlighted:bg-petrol-soft max-sm:min-h-11 [&_.lucide]:text-ink-3";

/** Actions behind a button. The trigger says what they are about. */
export function Menu(props: {
  trigger: ReactElement;
  children: ReactNode;
  align?: "start" | "center" | "end" | undefined;
  side?: "top" | "bottom" | "right" | undefined;
  className?: string | undefined;
}) {
  return (
    <Base.Root>
      <Base.Trigger render={props.trigger} />
      <Base.Portal>
        <Base.Positioner
          align={props.align ?? "end"}
          side={props.side ?? "bottom"}
          sideOffset={4}
          collisionPadding={8}
          className="z-50"
        >
          <Base.Popup className={cn("raised floats min-w-44 rounded-[8px] p-1 outline-none", props.className)}>
            {props.children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export function MenuItem(props: {
  children: ReactNode;
  onClick?: (() => void) | undefined;
  tone?: "plain" | "danger" | undefined;
  disabled?: boolean | undefined;
  keepOpen?: boolean | undefined;
}) {
  return (
    <Base.Item
      onClick={() => props.onClick?.()}
      disabled={props.disabled}
      closeOnClick={!props.keepOpen}
      className={cn(ITEM, props.tone === "danger" && "text-danger-ink [&_.lucide]:text-danger-ink")}
    >
      {props.children}
    </Base.Item>
  );
}

export function MenuLink(props: { href: string; children: ReactNode }) {
  return <Base.LinkItem closeOnClick className={ITEM} render={<Link href={props.href}>{props.children}</Link>} />;
}

/** One of a few, ticked. */
export function MenuChoice<T extends string>(props: {
  label: ReactNode;
  value: T;
  options: readonly { value: T; label: ReactNode }[];
  onChange: (value: T) => void;
}) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2.5 pt-1.5 pb-0.5 text-xs text-ink-3">{props.label}</Base.GroupLabel>
      <Base.RadioGroup value={props.value} onValueChange={(value: T) => props.onChange(value)}>
        {props.options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} closeOnClick className={cn(ITEM, "pr-8 relative")}>
            {option.label}
            <Base.RadioItemIndicator className="absolute right-2">
              <Check className="size-4 text-petrol!" />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

/** Any number of a few, ticked; stays open. */
export function MenuCheck(props: {
  children: ReactNode;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
}) {
  return (
    <Base.CheckboxItem
      checked={props.checked}
      onCheckedChange={(checked) => props.onCheckedChange(checked)}
      className={cn(ITEM, "pr-8 relative")}
    >
      {props.children}
      <Base.CheckboxItemIndicator className="absolute right-2">
        <Check className="size-4 text-petrol!" />
      </Base.CheckboxItemIndicator>
    </Base.CheckboxItem>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-line" />;
}
