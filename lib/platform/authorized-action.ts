import "server-only";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { ActionFailure, ActionState, FormValues } from "@/lib/core/action-state";
import { AppError, type ErrorCode, isAppError } from "@/lib/core/errors";
import { type ActorFor, authorize, type Authorization } from "@/lib/platform/authorize";
import { env } from "@/lib/platform/env";
import { formInput, formValues } from "@/lib/platform/form-input";
import { groupByField, type InputIssue, parseInput } from "@/lib/platform/parse-input";
import { unexpectedCode } from "@/lib/platform/problem";
import { newRequestId } from "@/lib/platform/request-id";
import { isSameOrigin, requestOrigin } from "@/lib/platform/same-origin";

type ActionOptions<P extends Authorization, S extends z.ZodType, T> = {
  permission: P;
  schema: S;
  handler: (call: { input: z.output<S>; actor: ActorFor<P>; requestId: string }) => Promise<T>;
};

/**
 * A server action: same origin → parse → actor → can() → handler. What is refused comes back as a sentence in the reader's
 * language with the form's values; what nobody expected is logged under the reference the reader sees. A session that has
 * ended is `session_expired`, never a redirect, so that nothing typed is lost.
 */
export function authorizedAction<P extends Authorization, S extends z.ZodType, T = undefined>(
  options: ActionOptions<P, S, T>,
): (previousState: ActionState<T>, input: FormData | object) => Promise<ActionState<T>> {
  return async (_previousState, input) => {
    const requestId = newRequestId();
    const values = input instanceof FormData ? formValues(input) : undefined;
    try {
      await refuseForeignOrigin();
      const parsed = parseInput(options.schema, input instanceof FormData ? formInput(input) : input);
      if (!parsed.ok) return await invalidForm(parsed.issues, values);

      const actor = await authorize(options.permission);
      const data = await options.handler({ input: parsed.input, actor, requestId });
      return { ok: true, data };
    } catch (error) {
      unstable_rethrow(error);
      return failure(error, requestId, values);
    }
  };
}

async function refuseForeignOrigin(): Promise<void> {
  if (!isSameOrigin(requestOrigin(await headers(), env().APP_URL))) throw new AppError("forbidden");
}

async function invalidForm(issues: InputIssue[], values: FormValues | undefined): Promise<ActionFailure> {
  const t = await getTranslations("errors");
  const sentence = ({ key, params }: InputIssue): string =>
    t.has(`validation.${key}`) ? t(`validation.${key}`, params) : t("validation.invalid");
  return {
    ok: false,
    code: "invalid_input",
    message: t("invalid_input"),
    fieldErrors: groupByField(issues, sentence),
    ...(values ? { values } : {}),
  };
}

async function failure(error: unknown, requestId: string, values: FormValues | undefined): Promise<ActionFailure> {
  const t = await getTranslations("errors");
  const expected = isAppError(error) ? error : null;
  const code: ErrorCode = expected?.code ?? unexpectedCode(error, requestId);
  const sentence = (key: string): string =>
    t.has(`validation.${key}`) ? t(`validation.${key}`) : t("validation.invalid");
  const fields = Object.entries(expected?.fieldErrors ?? {}).map(
    ([field, keys]) => [field, keys.map(sentence)] as const,
  );
  return {
    ok: false,
    code,
    message: t(code, { ...expected?.params, reference: requestId }),
    ...(fields.length > 0 ? { fieldErrors: Object.fromEntries(fields) } : {}),
    ...(values ? { values } : {}),
  };
}
