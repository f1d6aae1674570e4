"use client";

import { type FormEvent, startTransition, useActionState, useEffect, useRef } from "react";
import type { ActionState } from "@/lib/core/action-state";

/** A server action as a form calls it. */
export type FormAction<T> = (state: ActionState<T>, formData: FormData) => Promise<ActionState<T>>;

/**
 * Runs a server action from a form. With JavaScript the form is sent by `onSubmit`, so React does not reset what was typed;
 * without it `action` posts the page. A second submit while one is on its way is dropped. `onSuccess` is called once a result.
 */
export function useActionForm<T>(action: FormAction<T>, onSuccess?: (data: T) => void) {
  const [state, dispatch, pending] = useActionState<ActionState<T>, FormData>(action, null);
  const succeed = useRef(onSuccess);

  useEffect(() => {
    succeed.current = onSuccess;
  });

  useEffect(() => {
    if (state?.ok) succeed.current?.(state.data);
  }, [state]);

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (pending) return;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const formData = new FormData(event.currentTarget, submitter);
    startTransition(() => dispatch(formData));
  }

  return { state, pending, formAction: dispatch, onSubmit };
}
