"use client";

import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import type { SignOutAction } from "@/components/layout/person-menu";
import { Button } from "@/components/ui/button";

/** Ends the session and leaves for the sign-in page. */
export function SignOutButton(props: { action: SignOutAction; className?: string | undefined }) {
  const t = useTranslations("common.shell");
  const [pending, startTransition] = useTransition();
  return (
    <Button
      size="lg"
      busy={pending}
      className={props.className}
      onClick={() => startTransition(async () => void (await props.action(null, {})))}
    >
      <LogOut aria-hidden="true" />
      {t("signOut")}
    </Button>
  );
}
