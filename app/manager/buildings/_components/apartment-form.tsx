"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { createApartmentAction, updateApartmentAction } from "@/app/manager/buildings/actions";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { APARTMENT_KINDS, type ApartmentKind } from "@/lib/buildings/apartment";
import { FLOORS } from "@/lib/buildings/schemas";

export type ApartmentValues = {
  label: string;
  kind: ApartmentKind;
  floor: number;
  /** As the reader writes it. */
  area: string;
};

/** One apartment of a building: a new one, or with `apartmentId` one that is there. */
export function ApartmentForm(props: {
  buildingId: string;
  apartmentId?: string | undefined;
  values?: ApartmentValues | undefined;
  cancelHref: string;
  limitRemedy?: ReactNode;
}) {
  const t = useTranslations("manager.apartments");
  const { apartmentId, values } = props;
  return (
    <ActionForm
      action={apartmentId ? updateApartmentAction : createApartmentAction}
      {...(apartmentId ? { onSuccess: () => toast(t("saved")) } : {})}
      remedies={{ plan_limit: props.limitRemedy }}
      className="grid max-w-[640px] gap-4"
    >
      {apartmentId ? (
        <input type="hidden" name="apartmentId" value={apartmentId} />
      ) : (
        <input type="hidden" name="buildingId" value={props.buildingId} />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="label" label={t("column.label")} hint={t("labelHint")} required>
          <Input autoComplete="off" maxLength={20} defaultValue={values?.label} />
        </Field>
        <KindField defaultValue={values?.kind} hint={t("kindHint")} />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="floor" label={t("column.floor")} hint={t("floorHint")} required>
          <Input type="number" min={FLOORS.lowest} max={FLOORS.highest} step={1} defaultValue={values?.floor ?? 1} />
        </Field>
        <Field name="areaSquareMetres" label={t("column.area")} hint={t("areaHint")} optional>
          <Input inputMode="decimal" autoComplete="off" suffix={t("squareMetreUnit")} defaultValue={values?.area} />
        </Field>
      </div>
      <div className="mt-2 flex flex-wrap gap-2">
        <SubmitButton>{t(apartmentId ? "save" : "addOne")}</SubmitButton>
        <ButtonLink href={props.cancelHref}>{t("cancel")}</ButtonLink>
      </div>
    </ActionForm>
  );
}

export function KindField(props: { defaultValue?: ApartmentKind | undefined; hint?: string | undefined }) {
  const t = useTranslations("manager.apartments");
  return (
    <Field name="kind" label={t("column.kind")} hint={props.hint} required>
      <Select
        items={APARTMENT_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        defaultValue={props.defaultValue ?? "flat"}
      />
    </Field>
  );
}
