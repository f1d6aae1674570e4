import { getTranslations } from "next-intl/server";
import { retryClockAction } from "@/app/admin/test-clocks/actions";
import { Glyph } from "@/components/brand/glyph";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import type { AdminTestClock } from "@/lib/organizations/queries/admin-test-clock";

/** Why a clock stopped, and the way on. Nothing it did before is lost: it goes on from where it stands. */
export async function ClockFailure({ clock }: { clock: AdminTestClock }) {
  const t = await getTranslations("admin.clock.failure");
  return (
    <section
      aria-labelledby="failure"
      className="rounded-lg bg-danger-soft px-5 py-4 text-danger-ink [--glyph-ground:var(--danger-soft)]"
    >
      <h2 id="failure" className="flex items-center gap-2 font-semibold">
        <Glyph shape="diamond" />
        {t("title")}
      </h2>
      <p className="mt-1">{clock.lastError ?? t("unknown")}</p>
      <p className="mt-1 text-sm">{t("what")}</p>
      <ActionForm action={retryClockAction} className="mt-3">
        <input type="hidden" name="testClockId" value={clock.id} />
        <SubmitButton variant="danger">{t("retry")}</SubmitButton>
      </ActionForm>
    </section>
  );
}
