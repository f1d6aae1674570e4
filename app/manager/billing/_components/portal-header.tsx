import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { LinkTabs } from "@/components/ui/tabs";

/** The portal's title and its four pages; the current tab is its title's second half for those who hear it. */
export function PortalHeader(props: { actions?: ReactNode; voice?: ReactNode }) {
  const t = useTranslations("billing");
  return (
    <PageHeader
      title={t("title")}
      actions={props.actions}
      voice={props.voice}
      tabs={
        <LinkTabs
          aria-label={t("tabs.label")}
          items={[
            { href: "/manager/billing", label: t("tabs.overview") },
            { href: "/manager/billing/usage", label: t("tabs.usage") },
            { href: "/manager/billing/invoices", label: t("tabs.invoices") },
            { href: "/manager/billing/payment-methods", label: t("tabs.methods") },
          ]}
        />
      }
    />
  );
}
