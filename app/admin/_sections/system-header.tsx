import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { LinkTabs } from "@/components/ui/tabs";

/** The four views of the system: jobs, messages, the provider's events, payments whose outcome is still to come. */
export async function SystemHeader({ voice }: { voice: ReactNode }) {
  const t = await getTranslations("admin.system");
  return (
    <PageHeader
      title={t("title")}
      voice={voice}
      tabs={
        <LinkTabs
          aria-label={t("views")}
          items={[
            { href: "/admin/system", label: t("jobs.title") },
            { href: "/admin/system/messages", label: t("messages.title") },
            { href: "/admin/system/webhooks", label: t("webhooks.title") },
            { href: "/admin/system/payments", label: t("payments.title") },
          ]}
        />
      }
    />
  );
}
