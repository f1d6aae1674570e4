"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ActionForm } from "./action-form";
import { SubmitButton } from "./submit-button";
import type { FormAction } from "./use-action-form";

/** Signs in; where to go next is the action's to say (a redirect, or `redirectTo`). With `stay` it must not redirect. */
export type SignInAction = FormAction<{ redirectTo: string }>;

/** E-mail and password, pasting and password managers welcome. `stay` is for the dialog over an open form. */
export function SignInForm(props: {
  action: SignInAction;
  callbackUrl?: string | undefined;
  stay?: boolean | undefined;
  onSuccess?: ((data: { redirectTo: string }) => void) | undefined;
}) {
  const t = useTranslations("common.signIn");
  return (
    <ActionForm action={props.action} onSuccess={props.onSuccess ?? follow} className="grid gap-4">
      {props.callbackUrl ? <input type="hidden" name="callbackUrl" value={props.callbackUrl} /> : null}
      {props.stay ? <input type="hidden" name="stay" value="1" /> : null}
      <Field name="email" label={t("email")} required>
        <Input type="email" large autoComplete="username" autoCapitalize="none" spellCheck={false} inputMode="email" />
      </Field>
      <PasswordField />
      <SubmitButton size="lg" className="mt-1 w-full">
        {t("submit")}
      </SubmitButton>
    </ActionForm>
  );
}

function PasswordField() {
  const t = useTranslations("common");
  const [shown, setShown] = useState(false);
  const toggle = (
    <button
      type="button"
      aria-pressed={shown}
      aria-label={t(shown ? "action.hidePassword" : "action.showPassword")}
      onClick={() => setShown(!shown)}
      className="touch grid size-8 place-items-center rounded-sm hover:text-ink"
    >
      {shown ? <EyeOff /> : <Eye />}
    </button>
  );

  return (
    <Field name="password" label={t("signIn.password")} required>
      <Input type={shown ? "text" : "password"} large autoComplete="current-password" suffix={toggle} />
    </Field>
  );
}

/** A whole new page, not a client transition: everything fetched while signed out is stale. */
function follow(data: { redirectTo: string }): void {
  window.location.assign(data.redirectTo);
}
