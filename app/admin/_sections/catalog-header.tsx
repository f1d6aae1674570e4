import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { LinkTabs } from "@/components/ui/tabs";

/** What we sell, and in whose name. */
export async function CatalogHeader(props: { title: string; voice: ReactNode; beside?: ReactNode }) {
  const t = await getTranslations("admin");
  return (
    <PageHeader
      title={props.title}
      beside={props.beside}
      voice={props.voice}
      tabs={
        <LinkTabs
          aria-label={t("catalog.views")}
          items={[
            { href: "/admin/catalog", label: t("catalog.plans") },
            { href: "/admin/catalog/issuer", label: t("issuer.title") },
          ]}
        />
      }
    />
  );
}
