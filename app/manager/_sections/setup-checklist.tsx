import { useTranslations } from "next-intl";
import { Glyph } from "@/components/brand/glyph";
import { SectionHeading } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";

export type SetupStep = { key: "plan" | "card" | "building" | "apartments"; done: boolean; href: string };

/** The way from nothing to a running organization; the next step alone is filled. */
export function SetupChecklist(props: { steps: readonly SetupStep[]; className?: string | undefined }) {
  const t = useTranslations("manager.setup");
  const next = props.steps.find((step) => !step.done);
  const done = props.steps.filter((step) => step.done).length;

  return (
    <section aria-labelledby="setup" className={cn("sheet px-[18px] pt-4 pb-2", props.className)}>
      <SectionHeading id="setup" aside={t("progress", { done, total: props.steps.length })} voice={t("voice")}>
        {t("title")}
      </SectionHeading>
      <ol className="mt-2.5">
        {props.steps.map((step) => (
          <li
            key={step.key}
            className="flex min-h-[52px] flex-wrap items-center gap-x-3 gap-y-2 border-t border-line py-2.5"
          >
            <span className={step.done ? "text-ok-ink" : "text-ink-3"}>
              <Glyph shape={step.done ? "tick" : "ring"} />
            </span>
            <div className="min-w-0 flex-1 basis-56">
              <span className={cn("block", step.done ? "text-ink-2" : "font-mid")}>
                {t(`${step.key}.title`)}
                <span className="sr-only">, {t(step.done ? "done" : "open")}</span>
              </span>
              {step.done ? null : <span className="block text-sm text-ink-3">{t(`${step.key}.why`)}</span>}
            </div>
            {step.done ? null : (
              <ButtonLink href={step.href} size="sm" variant={step === next ? "primary" : "outline"}>
                {t(`${step.key}.action`)}
              </ButtonLink>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
