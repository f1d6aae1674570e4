"use client";

import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

type CheckboxProps = {
  name?: string | undefined;
  value?: string | undefined;
  checked?: boolean | undefined;
  defaultChecked?: boolean | undefined;
  indeterminate?: boolean | undefined;
  disabled?: boolean | undefined;
  onCheckedChange?: ((checked: boolean) => void) | undefined;
  className?: string | undefined;
};

/** A box with its words beside it. Without `label` (a table's row) give `aria-label`. */
export function Checkbox({
  label,
  hint,
  className,
  ...props
}: CheckboxProps & { label?: ReactNode; hint?: ReactNode; "aria-label"?: string | undefined }) {
  const box = (
    <Base.Root
      {...props}
      className="touch mt-[3px] grid size-4 flex-none place-items-center rounded-sm border-[1.5px] border-line-strong bg-raised data-checked:border-petrol data-checked:bg-petrol data-indeterminate:border-petrol data-indeterminate:bg-petrol data-disabled:opacity-60"
    >
      <Base.Indicator className="text-on-petrol">
        {props.indeterminate ? <Minus className="size-3 stroke-[3]" /> : <Check className="size-3 stroke-[3]" />}
      </Base.Indicator>
    </Base.Root>
  );
  if (!label) return box;

  return (
    <label className={cn("flex items-start gap-2.5 py-1", className)}>
      {box}
      <span className="min-w-0">
        {label}
        {hint ? <span className="block text-sm text-ink-3">{hint}</span> : null}
      </span>
    </label>
  );
}
