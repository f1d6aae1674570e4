"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback } from "react";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { SessionContext } from "./session-context";
import { type SignInAction, SignInForm } from "./sign-in-form";

type OpenState = { open: boolean; onOpenChange: (open: boolean) => void };

/** Lets every form beneath offer to sign in again where it stands. The shells mount it with the sign-in action. */
export function SessionProvider(props: { signInAction: SignInAction; children: ReactNode }) {
  const { signInAction } = props;
  const draw = useCallback((state: OpenState) => <SessionDialog {...state} action={signInAction} />, [signInAction]);
  return <SessionContext value={draw}>{props.children}</SessionContext>;
}

/** Shown instead of a redirect when a session ended under an open form: sign in, go back, send it again. */
function SessionDialog(props: OpenState & { action: SignInAction }) {
  const t = useTranslations("common.form.session");
  return (
    <Dialog title={t("title")} description={t("body")} open={props.open} onOpenChange={props.onOpenChange} width="sm">
      <SignInForm
        action={props.action}
        stay
        onSuccess={() => {
          props.onOpenChange(false);
          toast(t("back"));
        }}
      />
    </Dialog>
  );
}
