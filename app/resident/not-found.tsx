import { useTranslations } from "next-intl";
import { BellTag } from "@/components/brand/bell-tag";
import { Plate } from "@/components/brand/plate";
import { Voice } from "@/components/brand/voice";
import { ButtonLink } from "@/components/ui/button";

/** Within the shell: what is absent and what belongs to someone else look the same. */
export default function ResidentNotFound() {
  const t = useTranslations("errors.page.notFound");
  const nav = useTranslations("resident.nav");
  return (
    <div className="py-6">
      <span aria-hidden="true" className="mb-4 flex items-center gap-2">
        <Plate faded>?</Plate>
        <BellTag>?</BellTag>
      </span>
      <Voice as="h1" size="title">
        {t("title")}
      </Voice>
      <p className="mt-2 text-ink-2">{t("text")}</p>
      <ButtonLink href="/resident" variant="primary" size="lg" className="mt-5">
        {nav("home")}
      </ButtonLink>
    </div>
  );
}
