"use client";

import { useTranslations } from "next-intl";
import { updateIssuerAction } from "@/app/admin/catalog/issuer/actions";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { toast } from "@/components/ui/toast";
import { PRORATION_DOCUMENTS, type ProrationDocument } from "@/lib/invoicing/issuer";
import type { OrganizationMode } from "@/lib/organizations/organization";

type Issuer = {
  mode: OrganizationMode;
  name: string;
  vatId: string;
  registrationNumber: string | null;
  country: string;
  timeZone: string;
  addressLine: string;
  postalCode: string;
  city: string;
  email: string;
  iban: string | null;
  numberPrefix: string;
  prorationDocument: ProrationDocument;
};

const PAIR = "grid gap-4 sm:grid-cols-2";

/** All that is printed of the seller, and how documents are numbered and corrected. */
export function IssuerForm({ issuer }: { issuer: Issuer }) {
  const t = useTranslations("admin.issuer.form");
  return (
    <ActionForm action={updateIssuerAction} onSuccess={() => toast(t("saved"))} className="grid max-w-[640px] gap-4">
      <input type="hidden" name="mode" value={issuer.mode} />
      <Field name="name" label={t("name")} required>
        <Input defaultValue={issuer.name} maxLength={160} autoComplete="off" />
      </Field>
      <div className={PAIR}>
        <Field name="vatId" label={t("vatId")} hint={t("vatIdHint")} required>
          <Input defaultValue={issuer.vatId} maxLength={20} autoComplete="off" />
        </Field>
        <Field name="registrationNumber" label={t("registrationNumber")} hint={t("registrationNumberHint")} optional>
          <Input defaultValue={issuer.registrationNumber ?? ""} maxLength={40} autoComplete="off" />
        </Field>
      </div>
      <Field name="addressLine" label={t("addressLine")} required>
        <Input defaultValue={issuer.addressLine} maxLength={160} autoComplete="off" />
      </Field>
      <div className={PAIR}>
        <Field name="postalCode" label={t("postalCode")} required>
          <Input defaultValue={issuer.postalCode} maxLength={20} autoComplete="off" />
        </Field>
        <Field name="city" label={t("city")} required>
          <Input defaultValue={issuer.city} maxLength={80} autoComplete="off" />
        </Field>
      </div>
      <div className={PAIR}>
        <Field name="country" label={t("country")} hint={t("countryHint")} required>
          <Input defaultValue={issuer.country} maxLength={2} autoComplete="off" />
        </Field>
        <Field name="timeZone" label={t("timeZone")} hint={t("timeZoneHint")} required>
          <Input defaultValue={issuer.timeZone} maxLength={64} autoComplete="off" />
        </Field>
      </div>
      <div className={PAIR}>
        <Field name="email" label={t("email")} required>
          <Input type="email" inputMode="email" defaultValue={issuer.email} autoComplete="off" />
        </Field>
        <Field name="iban" label={t("iban")} hint={t("ibanHint")} optional>
          <Input defaultValue={issuer.iban ?? ""} maxLength={42} autoComplete="off" />
        </Field>
      </div>
      <Field
        name="numberPrefix"
        label={t("numberPrefix")}
        hint={t("numberPrefixHint")}
        required
        className="sm:max-w-[312px]"
      >
        <Input defaultValue={issuer.numberPrefix} maxLength={8} autoComplete="off" />
      </Field>
      <RadioGroup
        name="prorationDocument"
        legend={t("prorationDocument")}
        defaultValue={issuer.prorationDocument}
        options={PRORATION_DOCUMENTS.map((value) => ({
          value,
          label: t(`proration.${value}`),
          hint: t(`prorationHint.${value}`),
        }))}
      />
      <SubmitButton className="justify-self-start">{t("submit")}</SubmitButton>
    </ActionForm>
  );
}
