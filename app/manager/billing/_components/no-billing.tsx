import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";

/** For staff without the right to see what the organization pays. */
export function NoBilling() {
  const t = useTranslations("billing");
  return (
    <>
      <PageHeader title={t("title")} />
      <EmptyState
        className="mt-5"
        sentence={t("noAccess.sentence")}
        actions={<ButtonLink href="/manager">{t("noAccess.back")}</ButtonLink>}
        note={t("noAccess.note")}
      />
    </>
  );
}
