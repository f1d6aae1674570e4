"use client";

import { type ComponentProps, type ReactNode, use, useState } from "react";
import type { ActionFailure, FormValues } from "@/lib/core/action-state";
import type { ErrorCode } from "@/lib/core/errors";
import { FormContext } from "@/components/ui/form-context";
import { ErrorSummary } from "./error-summary";
import { SessionContext } from "./session-context";
import { type FormAction, useActionForm } from "./use-action-form";

const NO_ERRORS = {};
const NO_VALUES: FormValues = {};

type ActionFormProps<T> = Omit<ComponentProps<"form">, "action" | "onSubmit" | "children"> & {
  action: FormAction<T>;
  children: ReactNode;
  onSuccess?: ((data: T) => void) | undefined;
  /** What can be done about a refusal, by its code: stands under the sentence. */
  remedies?: Partial<Record<ErrorCode, ReactNode>> | undefined;
};

/**
 * A form over a server action: the sentence of what went wrong and links to the fields on top, errors at the fields, what
 * was typed kept, a sign-in dialog when the session has ended. <Field>s and <SubmitButton> inside find their state here.
 */
export function ActionForm<T>({ action, children, onSuccess, remedies, ...props }: ActionFormProps<T>) {
  const { state, pending, formAction, onSubmit } = useActionForm(action, onSuccess);
  const failure = state?.ok === false ? state : null;
  const sessionExpired = failure?.code === "session_expired";

  return (
    <FormContext
      value={{ fieldErrors: failure?.fieldErrors ?? NO_ERRORS, values: failure?.values ?? NO_VALUES, pending }}
    >
      <form {...props} action={formAction} onSubmit={onSubmit} noValidate>
        {failure && !sessionExpired ? <ErrorSummary failure={failure} remedy={remedies?.[failure.code]} /> : null}
        {children}
      </form>
      {failure && sessionExpired ? <Expired failure={failure} /> : null}
    </FormContext>
  );
}

/** Closing the dialog does not bring it back until the form is sent again and refused again. */
function Expired({ failure }: { failure: ActionFailure }) {
  const draw = use(SessionContext);
  const [closed, setClosed] = useState<ActionFailure | null>(null);
  return draw?.({ open: closed !== failure, onOpenChange: (open) => setClosed(open ? null : failure) });
}
