import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BellTag } from "@/components/brand/bell-tag";
import { Plate } from "@/components/brand/plate";
import { PlainPage } from "@/components/layout/plain-page";
import { ButtonLink } from "@/components/ui/button";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors.page");
  return { title: t("notFound.meta") };
}

/** What is absent and what belongs to someone else look the same. */
export default async function NotFound() {
  const t = await getTranslations("errors.page");
  return (
    <PlainPage
      title={t("notFound.title")}
      outline={
        <span aria-hidden="true" className="flex items-center gap-2">
          <Plate faded>?</Plate>
          <BellTag>?</BellTag>
        </span>
      }
      actions={
        <>
          <ButtonLink href="/" variant="primary">
            {t("home")}
          </ButtonLink>
          <ButtonLink href="/sign-in">{t("signIn")}</ButtonLink>
        </>
      }
    >
      {t("notFound.text")}
    </PlainPage>
  );
}
