"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Glyph } from "@/components/brand/glyph";
import { cn } from "./cn";
import { FieldContext, useFormState } from "./form-context";

/**
 * A label above its control, a hint, and the error as diamond and sentence, wired for screen readers. The error is the
 * form's for this `name`, or `error`. `fix` is something one can press to mend it. `aside` stands right of the label.
 */
export function Field(props: {
  name: string;
  label: ReactNode;
  children: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  fix?: ReactNode;
  aside?: ReactNode;
  required?: boolean | undefined;
  optional?: boolean | undefined;
  className?: string | undefined;
}) {
  const t = useTranslations("common.form");
  const form = useFormState();
  const id = useId();
  const error = props.error ?? form.fieldErrors[props.name]?.[0];
  const describedBy = [props.hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");

  return (
    <FieldContext
      value={{
        id,
        name: props.name,
        invalid: Boolean(error),
        describedBy: describedBy === "" ? undefined : describedBy,
        required: props.required ?? false,
        defaultValue: typed(form.values[props.name]),
      }}
    >
      <div className={cn("min-w-0", props.className)} data-field={props.name}>
        <div className="flex items-baseline justify-between gap-3">
          <label htmlFor={id} className="font-mid">
            {props.label}
            {props.optional ? <span className="font-normal text-ink-3"> ({t("optional")})</span> : null}
          </label>
          {props.aside}
        </div>
        {props.hint ? (
          <p id={`${id}-hint`} className="text-sm text-ink-3">
            {props.hint}
          </p>
        ) : null}
        <div className="mt-[5px]">{props.children}</div>
        {error ? (
          <p id={`${id}-error`} className="mt-[5px] flex items-baseline gap-1.5 text-sm text-danger-ink">
            <Glyph shape="diamond" className="flex-none translate-y-px" />
            <span>
              {error} {props.fix}
            </span>
          </p>
        ) : null}
      </div>
    </FieldContext>
  );
}

function typed(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
