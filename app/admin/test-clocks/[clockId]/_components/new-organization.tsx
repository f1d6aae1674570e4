"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { createTestOrganizationAction } from "@/app/admin/test-clocks/actions";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { SectionHeading } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

type Made = { organizationId: string; email: string; password: string };

/** Makes an organization under the clock, to live a whole path by hand. Its owner's password is shown once, here. */
export function NewOrganization({ testClockId }: { testClockId: string }) {
  const t = useTranslations("admin.clock.newOrganization");
  const locales = useTranslations("common.locale");
  const [made, setMade] = useState<Made | null>(null);

  return (
    <section
      aria-labelledby="new-organization"
      className="rounded-lg border border-line bg-surface p-5 [--glyph-ground:var(--surface)]"
    >
      <SectionHeading id="new-organization" voice={made ? undefined : t("voice")}>
        {t("title")}
      </SectionHeading>
      {made ? (
        <Credentials made={made} again={() => setMade(null)} />
      ) : (
        <ActionForm action={createTestOrganizationAction} onSuccess={setMade} className="mt-3 grid gap-4">
          <input type="hidden" name="testClockId" value={testClockId} />
          <Field name="name" label={t("name")} required>
            <Input maxLength={120} autoComplete="off" />
          </Field>
          <Field name="ownerName" label={t("ownerName")} required>
            <Input maxLength={120} autoComplete="off" />
          </Field>
          <Field name="ownerEmail" label={t("ownerEmail")} hint={t("ownerEmailHint")} required>
            <Input type="email" autoComplete="off" autoCapitalize="none" spellCheck={false} inputMode="email" />
          </Field>
          <Field name="locale" label={t("locale")} required>
            <Select
              defaultValue="el"
              items={(["el", "en"] as const).map((value) => ({ value, label: locales(value) }))}
            />
          </Field>
          <SubmitButton variant="outline">{t("submit")}</SubmitButton>
        </ActionForm>
      )}
    </section>
  );
}

function Credentials({ made, again }: { made: Made; again: () => void }) {
  const t = useTranslations("admin.clock.newOrganization");
  return (
    <output className="mt-3 block">
      <p>{t("made")}</p>
      <dl className="mt-3 rounded-md bg-sunken px-3.5 py-2.5">
        <dt className="text-xs text-ink-3">{t("ownerEmail")}</dt>
        <dd className="break-all select-all">{made.email}</dd>
        <dt className="mt-2 text-xs text-ink-3">{t("password")}</dt>
        <dd className="text-lg select-all">
          <code className="font-mono">{made.password}</code>
        </dd>
      </dl>
      <p className="mt-3 text-sm text-ink-2">{t("once")}</p>
      <Button className="mt-3" onClick={again}>
        {t("another")}
      </Button>
    </output>
  );
}
