import { useTranslations } from "next-intl";
import { BellTag } from "@/components/brand/bell-tag";
import { Plate } from "@/components/brand/plate";
import { Voice } from "@/components/brand/voice";
import { ButtonLink } from "@/components/ui/button";

/** Within the shell: what is absent and what belongs to someone else look the same. */
export default function ManagerNotFound() {
  const t = useTranslations("errors.page.notFound");
  const nav = useTranslations("manager.nav");
  return (
    <div className="max-w-[680px] py-10">
      <span aria-hidden="true" className="mb-4 flex items-center gap-2">
        <Plate faded>?</Plate>
        <BellTag>?</BellTag>
      </span>
      <Voice as="h1" size="title">
        {t("title")}
      </Voice>
      <p className="mt-2 text-ink-2">{t("text")}</p>
      <div className="mt-5 flex flex-wrap gap-2">
        <ButtonLink href="/manager" variant="primary">
          {nav("overview")}
        </ButtonLink>
        <ButtonLink href="/manager/buildings">{nav("buildings")}</ButtonLink>
      </div>
    </div>
  );
}
