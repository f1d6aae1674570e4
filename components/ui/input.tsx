"use client";

import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { useField } from "./form-context";

/** The border, ground and focus every text control shares. */
export const CONTROL =
  "w-full min-w-0 rounded-md border border-line-strong bg-raised px-[11px] text-ink transition-colors duration-(--t-fast) placeholder:text-ink-3 disabled:bg-sunken disabled:text-ink-3 aria-invalid:border-[1.5px] aria-invalid:border-danger max-sm:text-[1rem]";

/**
 * One line of text. Inside a <Field> it takes name, id and error wiring from it. `suffix` is a unit or a small button at the
 * end of the control; `large` is for sign-in and phones.
 */
export function Input({
  suffix,
  large,
  className,
  ...props
}: ComponentProps<"input"> & { suffix?: ReactNode; large?: boolean | undefined }) {
  const field = useField();
  const input = (
    <input
      id={field?.id}
      name={field?.name}
      required={field?.required}
      aria-invalid={field?.invalid || undefined}
      aria-describedby={field?.describedBy}
      {...props}
      {...(props.value === undefined ? { defaultValue: field?.defaultValue ?? props.defaultValue } : {})}
      className={cn(
        CONTROL,
        large ? "h-[46px] rounded-[8px] px-[13px] text-lg" : "h-8.5 max-sm:h-11",
        suffix ? "pr-12" : "",
        className,
      )}
    />
  );
  if (!suffix) return input;

  return (
    <span className="relative block">
      {input}
      <span className="absolute inset-y-0 right-0 flex items-center pr-[11px] text-ink-3">{suffix}</span>
    </span>
  );
}
