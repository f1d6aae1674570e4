"use client";

import { Switch as Base } from "@base-ui/react/switch";
import type { ReactNode } from "react";

/** On or off at once, without a form's button. Say in `label` what is on. */
export function Switch(props: {
  label: ReactNode;
  hint?: ReactNode;
  name?: string | undefined;
  checked?: boolean | undefined;
  defaultChecked?: boolean | undefined;
  disabled?: boolean | undefined;
  onCheckedChange?: ((checked: boolean) => void) | undefined;
}) {
  const { label, hint, ...rest } = props;
  return (
    <label className="flex items-start justify-between gap-4 py-1">
      <span className="min-w-0">
        {label}
        {hint ? <span className="block text-sm text-ink-3">{hint}</span> : null}
      </span>
      <Base.Root
        {...rest}
        className="touch flex h-5 w-9 flex-none rounded-full border border-line-strong bg-sunken p-0.5 transition-colors duration-(--t-fast) data-checked:border-petrol data-checked:bg-petrol data-disabled:opacity-60"
      >
        <Base.Thumb className="size-3.5 rounded-full bg-line-strong transition-transform duration-(--t-fast) data-checked:translate-x-4 data-checked:bg-on-petrol" />
      </Base.Root>
    </label>
  );
}
