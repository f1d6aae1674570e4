"use client";

import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { useField } from "./form-context";
import { CONTROL } from "./input";

export type SelectItem = { value: string; label: ReactNode; disabled?: boolean };

/** One of a few known values. Inside a <Field> it takes its name and wiring; submits with the form. */
export function Select(props: {
  items: readonly SelectItem[];
  name?: string | undefined;
  value?: string | undefined;
  defaultValue?: string | undefined;
  onValueChange?: ((value: string) => void) | undefined;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
  "aria-label"?: string | undefined;
}) {
  const field = useField();
  return (
    <Base.Root<string>
      items={props.items}
      name={props.name ?? field?.name}
      required={field?.required}
      disabled={props.disabled}
      {...(props.value === undefined
        ? { defaultValue: field?.defaultValue ?? props.defaultValue ?? null }
        : { value: props.value })}
      onValueChange={(value) => {
        if (value !== null) props.onValueChange?.(value);
      }}
    >
      <Base.Trigger
        id={field?.id}
        aria-label={props["aria-label"]}
        aria-invalid={field?.invalid || undefined}
        aria-describedby={field?.describedBy}
        className={cn(CONTROL, "flex h-8.5 items-center justify-between gap-2 text-left max-sm:h-11", props.className)}
      >
        <Base.Value className="truncate data-placeholder:text-ink-3" placeholder={props.placeholder} />
        <Base.Icon className="text-ink-3">
          <ChevronsUpDown className="size-[15px]" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner alignItemWithTrigger={false} sideOffset={4} className="z-50">
          <Base.Popup className="raised floats max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto rounded-[8px] p-1">
            <Base.List>
              {props.items.map((item) => (
                <Base.Item
                  key={item.value}
                  value={item.value}
                  disabled={item.disabled ?? false}
                  className="flex min-h-8 cursor-default items-center gap-2 rounded-sm py-1 pr-8 pl-2.5 outline-none data-disabled:text-ink-3 data-highlighted:bg-petrol-soft max-sm:min-h-11 relative"
                >
                  <Base.ItemText>{item.label}</Base.ItemText>
                  <Base.ItemIndicator className="absolute right-2 text-petrol">
                    <Check className="size-4" />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
