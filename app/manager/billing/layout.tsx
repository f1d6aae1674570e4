import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "@/components/layout/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("billing");
  return { title: t("title") };
}

/** Hands the portal's sentences to the forms within. */
export default function BillingLayout({ children }: { children: ReactNode }): ReactNode {
  return <ClientMessages namespaces={["manager", "billing", "payments"]}>{children}</ClientMessages>;
}
