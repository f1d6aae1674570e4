"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { createBuildingAction, updateBuildingAction } from "@/app/manager/buildings/actions";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { BuildingInput } from "@/lib/buildings/schemas";

/** What is written about a building; `buildingId` when it is there already. `limitRemedy` is offered when the plan is full. */
export function BuildingForm(props: {
  buildingId?: string | undefined;
  values?: BuildingInput | undefined;
  cancelHref: string;
  limitRemedy?: ReactNode;
}) {
  const t = useTranslations("manager.building");
  const { buildingId, values } = props;
  return (
    <ActionForm
      action={buildingId ? updateBuildingAction : createBuildingAction}
      remedies={{ plan_limit: props.limitRemedy }}
      className="grid max-w-[640px] gap-4"
    >
      {buildingId ? <input type="hidden" name="buildingId" value={buildingId} /> : null}
      <div className="grid gap-4 sm:grid-cols-[1fr_128px]">
        <Field name="name" label={t("name")} hint={t("nameHint")} required>
          <Input autoComplete="off" maxLength={120} defaultValue={values?.name} />
        </Field>
        <Field name="plate" label={t("plate")} hint={t("plateHint")} required>
          <Input autoComplete="off" maxLength={6} defaultValue={values?.plate} />
        </Field>
      </div>
      <Field name="addressLine" label={t("address")} required>
        <Input autoComplete="off" maxLength={160} defaultValue={values?.addressLine} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-[128px_1fr]">
        <Field name="postalCode" label={t("postalCode")} required>
          <Input autoComplete="off" maxLength={10} defaultValue={values?.postalCode} />
        </Field>
        <Field name="city" label={t("city")} required>
          <Input autoComplete="off" maxLength={80} defaultValue={values?.city} />
        </Field>
      </div>
      <div className="mt-2 flex flex-wrap gap-2">
        <SubmitButton>{t(buildingId ? "save" : "add")}</SubmitButton>
        <ButtonLink href={props.cancelHref}>{t("cancel")}</ButtonLink>
      </div>
    </ActionForm>
  );
}
