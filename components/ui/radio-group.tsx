"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup as Base } from "@base-ui/react/radio-group";
import { type ReactNode, useId } from "react";
import { cn } from "./cn";
import { useFormState } from "./form-context";

export type RadioOption = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Right of the words: an amount and what it is. */
  aside?: ReactNode;
  disabled?: boolean;
};

/** One of a few choices, each a row that says what follows from it. The legend is the question. */
export function RadioGroup(props: {
  name: string;
  legend: ReactNode;
  options: readonly RadioOption[];
  defaultValue?: string | undefined;
  value?: string | undefined;
  onValueChange?: ((value: string) => void) | undefined;
  className?: string | undefined;
}) {
  const id = useId();
  const typed = useFormState().values[props.name];
  return (
    <div className={props.className}>
      <div id={id} className="mb-1.5 text-sm font-medium text-ink-3">
        {props.legend}
      </div>
      <Base
        name={props.name}
        aria-labelledby={id}
        {...(props.value === undefined
          ? { defaultValue: (Array.isArray(typed) ? typed[0] : typed) ?? props.defaultValue }
          : { value: props.value })}
        onValueChange={(value) => props.onValueChange?.(String(value))}
        className="grid"
      >
        {props.options.map((option) => (
          <Option key={option.value} option={option} />
        ))}
      </Base>
    </div>
  );
}

function Option({ option }: { option: RadioOption }) {
  return (
    <label
      className={cn(
        "-mt-px grid cursor-pointer grid-cols-[16px_1fr_auto] items-center gap-x-[11px] border border-line px-2.5 py-[7px] first:mt-0 first:rounded-t-md last:rounded-b-md has-data-checked:bg-petrol-soft",
        option.disabled && "cursor-default text-ink-3",
      )}
    >
      <Radio.Root
        value={option.value}
        disabled={option.disabled}
        className="size-[15px] rounded-full border-[1.5px] border-line-strong bg-raised data-checked:border-[4.5px] data-checked:border-petrol data-checked:bg-on-petrol"
      />
      <span className="min-w-0">
        <span className="block font-mid">{option.label}</span>
        {option.hint ? <span className="block text-sm text-ink-3">{option.hint}</span> : null}
      </span>
      {option.aside ? <span className="text-right">{option.aside}</span> : null}
    </label>
  );
}
