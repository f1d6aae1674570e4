"use client";

import type { ComponentProps } from "react";
import { cn } from "./cn";
import { useField } from "./form-context";
import { CONTROL } from "./input";

/** Several lines of text; grows with what is typed where the browser can. */
export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  const field = useField();
  return (
    <textarea
      id={field?.id}
      name={field?.name}
      required={field?.required}
      aria-invalid={field?.invalid || undefined}
      aria-describedby={field?.describedBy}
      rows={4}
      {...props}
      {...(props.value === undefined ? { defaultValue: field?.defaultValue ?? props.defaultValue } : {})}
      className={cn(CONTROL, "field-sizing-content min-h-20 py-1.5", className)}
    />
  );
}
