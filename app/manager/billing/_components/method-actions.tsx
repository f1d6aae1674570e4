"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { makeDefaultAction, removeMethodAction } from "@/app/manager/billing/actions";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { withToast } from "./with-toast";

/** What can be done with a saved card. Removing asks first: the card number would have to be typed again. */
export function MethodActions(props: { id: string; label: string; isDefault: boolean; isOnly: boolean }) {
  const t = useTranslations("billing.methods");
  const { id, label } = props;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {props.isDefault ? null : (
        <ActionForm action={withToast(makeDefaultAction, t("madeDefault", { method: label }))}>
          <input type="hidden" name="paymentMethodId" value={id} />
          <SubmitButton variant="outline" size="sm">
            {t("makeDefault")}
            <span className="sr-only">: {label}</span>
          </SubmitButton>
        </ActionForm>
      )}
      <RemoveMethod {...props} />
    </div>
  );
}

function RemoveMethod({ id, label, isDefault, isOnly }: Parameters<typeof MethodActions>[0]) {
  const t = useTranslations("billing.methods");
  const [open, setOpen] = useState(false);
  return (
    <AlertDialog
      open={open}
      onOpenChange={setOpen}
      title={t("removeTitle", { method: label })}
      trigger={
        <Button variant="quiet" size="sm">
          {t("remove")}
          <span className="sr-only">: {label}</span>
        </Button>
      }
      confirm={
        <ActionForm action={withToast(removeMethodAction, t("removed", { method: label }), () => setOpen(false))}>
          <input type="hidden" name="paymentMethodId" value={id} />
          <SubmitButton variant="danger">{t("removeTitle", { method: label })}</SubmitButton>
        </ActionForm>
      }
    >
      <p>{t("removeWhat")}</p>
      {isOnly ? (
        <p className="mt-2">{t("removeLast")}</p>
      ) : isDefault ? (
        <p className="mt-2">{t("removeNext")}</p>
      ) : null}
    </AlertDialog>
  );
}
