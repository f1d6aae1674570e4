import type { ErrorCode } from "@/lib/core/errors";

/** What a form's fields held, so that a refused form comes back filled. Passwords and files are never given back. */
export type FormValues = Record<string, string | string[]>;

export type ActionFailure = {
  ok: false;
  code: ErrorCode;
  /** In the reader's language. */
  message: string;
  /** Field name (a path with dots inside arrays) → sentences in the reader's language. */
  fieldErrors?: Record<string, string[]>;
  values?: FormValues;
};

/** What a server action answers: null before the first submit, as React's useActionState begins. */
export type ActionState<T = undefined> = { ok: true; data: T } | ActionFailure | null;
