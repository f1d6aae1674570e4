"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import type { FormAction } from "@/components/forms/use-action-form";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";

/** Asks before something is put away: what goes with it, and that nothing is deleted. The action goes on to another page. */
export function ArchiveDialog(props: {
  action: FormAction<undefined>;
  fields: Readonly<Record<string, string>>;
  title: string;
  body: string;
  trigger: string;
  confirm: string;
}) {
  const t = useTranslations("manager");
  return (
    <AlertDialog
      title={props.title}
      trigger={<Button variant="quiet">{props.trigger}</Button>}
      confirm={
        <ActionForm action={props.action}>
          {Object.entries(props.fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <SubmitButton variant="danger">{props.confirm}</SubmitButton>
        </ActionForm>
      }
    >
      <p>{props.body}</p>
      <p className="mt-2 text-sm text-ink-3">{t("archiveNote")}</p>
    </AlertDialog>
  );
}
