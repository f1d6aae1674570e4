"use client";

import { useTranslations } from "next-intl";
import { choosePlanAction } from "@/app/manager/billing/actions";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import type { Interval } from "@/lib/core/calendar";

/** Chooses a plan: to try it, where a trial is still to be had, or to start and pay at once. */
export function ChoosePlan(props: {
  planVersionId: string;
  plan: string;
  interval: Interval;
  /** 0 when there is no trial, or it was had. */
  trialDays: number;
  isFree: boolean;
  /** The one filled button of the page. */
  isFirst: boolean;
}) {
  const t = useTranslations("billing.plan");
  const { trialDays, isFree } = props;
  const variant = props.isFirst ? "primary" : "outline";
  return (
    <div className="grid gap-1.5">
      {trialDays > 0 ? <Choice {...props} withTrial variant={variant} label={t("try", { days: trialDays })} /> : null}
      <Choice
        {...props}
        withTrial={false}
        variant={trialDays > 0 ? "quiet" : variant}
        label={t(isFree ? "startFree" : trialDays > 0 ? "payNow" : "choose", { plan: props.plan })}
      />
    </div>
  );
}

function Choice(props: {
  planVersionId: string;
  plan: string;
  interval: Interval;
  withTrial: boolean;
  variant: "primary" | "outline" | "quiet";
  label: string;
}) {
  return (
    <ActionForm action={choosePlanAction}>
      <input type="hidden" name="planVersionId" value={props.planVersionId} />
      <input type="hidden" name="interval" value={props.interval} />
      <input type="hidden" name="withTrial" value={String(props.withTrial)} />
      <SubmitButton variant={props.variant} className="w-full">
        {props.label}
        <span className="sr-only">, {props.plan}</span>
      </SubmitButton>
    </ActionForm>
  );
}
