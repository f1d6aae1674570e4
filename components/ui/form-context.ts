"use client";

import { createContext, use } from "react";

/** What a form tells its fields: the errors by field name, what had been typed, and whether it is being sent. */
export type FormState = {
  fieldErrors: Readonly<Record<string, readonly string[]>>;
  values: Readonly<Record<string, string | string[]>>;
  pending: boolean;
};

export const FormContext = createContext<FormState>({ fieldErrors: {}, values: {}, pending: false });

export function useFormState(): FormState {
  return use(FormContext);
}

/** What a field tells the control inside it. */
export type FieldState = {
  id: string;
  name: string;
  invalid: boolean;
  describedBy: string | undefined;
  required: boolean;
  defaultValue: string | undefined;
};

export const FieldContext = createContext<FieldState | null>(null);

/** The wiring of the field around a control; null where a control stands alone. */
export function useField(): FieldState | null {
  return use(FieldContext);
}
