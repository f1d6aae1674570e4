"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use } from "react";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { SignInForm, type SignInAction } from "./sign-in-form";

const SignInContext = createContext<SignInAction | null>(null);

/** Lets every form beneath offer to sign in again where it stands. The shells mount it with the sign-in action. */
export function SessionProvider(props: { signInAction: SignInAction; children: ReactNode }) {
  return <SignInContext value={props.signInAction}>{props.children}</SignInContext>;
}

/** Shown instead of a redirect when a session ended under an open form: sign in, go back, send it again. */
export function SessionDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations("common.form.session");
  const action = use(SignInContext);
  if (!action) return null;

  return (
    <Dialog title={t("title")} description={t("body")} open={props.open} onOpenChange={props.onOpenChange} width="sm">
      <SignInForm
        action={action}
        stay
        onSuccess={() => {
          props.onOpenChange(false);
          toast(t("back"));
        }}
      />
    </Dialog>
  );
}
