"use client";

import { type ComponentProps, type ReactNode, useState } from "react";
import type { ActionFailure, FormValues } from "@/lib/core/action-state";
import { FormContext } from "@/components/ui/form-context";
import { ErrorSummary } from "./error-summary";
import { SessionDialog } from "./session-dialog";
import { type FormAction, useActionForm } from "./use-action-form";

const NO_ERRORS = {};
const NO_VALUES: FormValues = {};

type ActionFormProps<T> = Omit<ComponentProps<"form">, "action" | "onSubmit" | "children"> & {
  action: FormAction<T>;
  children: ReactNode;
  onSuccess?: ((data: T) => void) | undefined;
};

/**
 * A form over a server action: the sentence of what went wrong and links to the fields on top, errors at the fields, what
 * was typed kept, a sign-in dialog when the session has ended. <Field>s and <SubmitButton> inside find their state here.
 */
export function ActionForm<T>({ action, children, onSuccess, ...props }: ActionFormProps<T>) {
  const { state, pending, formAction, onSubmit } = useActionForm(action, onSuccess);
  const failure = state?.ok === false ? state : null;
  const sessionExpired = failure?.code === "session_expired";

  return (
    <FormContext
      value={{ fieldErrors: failure?.fieldErrors ?? NO_ERRORS, values: failure?.values ?? NO_VALUES, pending }}
    >
      <form {...props} action={formAction} onSubmit={onSubmit} noValidate>
        {failure && !sessionExpired ? <ErrorSummary failure={failure} /> : null}
        {children}
      </form>
      {sessionExpired ? <Expired key={attemptKey(failure)} /> : null}
    </FormContext>
  );
}

/** One dialog for each refusal: closing it does not bring it back until the form is sent again. */
function Expired() {
  const [open, setOpen] = useState(true);
  return <SessionDialog open={open} onOpenChange={setOpen} />;
}

const keys = new WeakMap<ActionFailure, number>();
let attempts = 0;

function attemptKey(failure: ActionFailure): number {
  const known = keys.get(failure);
  if (known !== undefined) return known;
  attempts += 1;
  keys.set(failure, attempts);
  return attempts;
}
