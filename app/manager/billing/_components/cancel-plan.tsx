"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { CANCEL_REASONS } from "@/lib/billing/schemas";
import { withToast } from "./with-toast";
import { cancelPlanAction, keepPlanAction } from "@/app/manager/billing/actions";

/** Cancels at the end of what was paid for: says when that is, asks for the reason, and can be undone until then. */
export function CancelPlan(props: { subscriptionId: string; plan: string; lastDay: string }) {
  const t = useTranslations("billing.cancel");
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("title", { plan: props.plan })}
      description={t("what", { date: props.lastDay })}
      trigger={<Button variant="danger">{t("open")}</Button>}
    >
      <ActionForm
        action={withToast(cancelPlanAction, t("done", { date: props.lastDay }), () => setOpen(false))}
        className="grid gap-4"
      >
        <input type="hidden" name="subscriptionId" value={props.subscriptionId} />
        <RadioGroup
          name="reason"
          legend={t("reason")}
          defaultValue="too_expensive"
          options={CANCEL_REASONS.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))}
        />
        <Field name="comment" label={t("comment")} optional>
          <Textarea maxLength={1000} />
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => setOpen(false)}>{t("keep")}</Button>
          <SubmitButton variant="danger">{t("confirm", { date: props.lastDay })}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}

/** Takes the cancellation back. */
export function KeepPlan(props: { subscriptionId: string; plan: string }) {
  const t = useTranslations("billing.cancel");
  return (
    <ActionForm action={withToast(keepPlanAction, t("undone", { plan: props.plan }))}>
      <input type="hidden" name="subscriptionId" value={props.subscriptionId} />
      <SubmitButton>{t("undo", { plan: props.plan })}</SubmitButton>
    </ActionForm>
  );
}
