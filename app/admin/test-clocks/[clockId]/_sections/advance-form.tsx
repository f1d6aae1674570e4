import { getLocale, getTranslations } from "next-intl/server";
import { advanceClockAction, advanceClockToDateAction } from "@/app/admin/test-clocks/actions";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { SectionHeading } from "@/components/layout/page-header";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { addDays, addMonths } from "@/lib/core/calendar";
import { formatInstant } from "@/lib/core/format";
import { dateInZone, startOfDay } from "@/lib/core/time-zone";
import type { AdminTestClock } from "@/lib/organizations/queries/admin-test-clock";

/** Where the clock can go from here. A clock goes forward only, and stops at each boundary on its way. */
export async function AdvanceForm({ clock }: { clock: AdminTestClock }) {
  const [t, locale] = [await getTranslations("admin.clock.advance"), await getLocale()];
  const today = dateInZone(clock.nowAt, clock.timeZone);
  const steps = [
    ...(clock.nextBoundaryAt ? [{ key: "boundary" as const, target: clock.nextBoundaryAt }] : []),
    { key: "day" as const, target: startOfDay(addDays(today, 1), clock.timeZone) },
    { key: "week" as const, target: startOfDay(addDays(today, 7), clock.timeZone) },
    { key: "month" as const, target: startOfDay(addMonths(today, 1), clock.timeZone) },
  ];
  const blocked = clock.status === "advancing";

  return (
    <section
      aria-labelledby="advance"
      className="rounded-lg border border-line bg-surface p-5 [--glyph-ground:var(--surface)]"
    >
      <SectionHeading id="advance" voice={blocked ? t("blocked") : clock.nextBoundaryAt ? undefined : t("noBoundary")}>
        {t("title")}
      </SectionHeading>
      {blocked ? null : (
        <>
          <div className="mt-3 grid gap-2">
            {steps.map((step, index) => (
              <ActionForm key={step.key} action={advanceClockAction}>
                <input type="hidden" name="testClockId" value={clock.id} />
                <input type="hidden" name="target" value={step.target.toISOString()} />
                <SubmitButton
                  variant={index === 0 ? "primary" : "outline"}
                  className="h-auto min-h-8.5 w-full justify-between gap-3 py-1.5 text-left whitespace-normal"
                >
                  {t(step.key)}
                  <span className="num text-sm font-normal whitespace-nowrap opacity-90">
                    {formatInstant(step.target, clock.timeZone, locale)}
                  </span>
                </SubmitButton>
              </ActionForm>
            ))}
          </div>
          <ActionForm action={advanceClockToDateAction} className="mt-4 border-t border-line pt-4">
            <input type="hidden" name="testClockId" value={clock.id} />
            <input type="hidden" name="timeZone" value={clock.timeZone} />
            <div className="flex items-end gap-2">
              <Field name="target" label={t("date")} className="flex-1" required>
                <Input type="date" min={addDays(today, 1)} max={addDays(today, 366)} />
              </Field>
              <SubmitButton variant="outline">{t("toDate")}</SubmitButton>
            </div>
          </ActionForm>
        </>
      )}
    </section>
  );
}
