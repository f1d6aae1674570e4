import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Voice } from "@/components/brand/voice";
import { Crumbs } from "@/components/layout/crumbs";
import { PageHeader } from "@/components/layout/page-header";
import { Kbd } from "@/components/ui/kbd";
import { can } from "@/lib/auth/permissions";
import { requireRole } from "@/lib/auth/queries/session";

const TOPICS = ["counted", "range", "archive", "search"] as const;
const BILLING_TOPICS = ["limits", "invoice"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("manager.nav");
  return { title: t("help") };
}

/** Short answers to what people ask first, and the keys. */
export default async function HelpPage() {
  const actor = await requireRole("manager");
  const t = await getTranslations("manager.help");
  const topics = can(actor, "billing.view") ? [...TOPICS, ...BILLING_TOPICS] : TOPICS;

  return (
    <div className="max-w-[680px]">
      <Crumbs items={[{ label: t("title") }]} />
      <PageHeader title={t("title")} voice={t("voice")} />
      <dl className="mt-6">
        {topics.map((topic) => (
          <div key={topic} className="border-t border-line py-3.5">
            <dt className="text-lg font-semibold">{t(`${topic}.question`)}</dt>
            <dd>
              <Voice className="mt-1 text-ink-2">{t(`${topic}.answer`)}</Voice>
            </dd>
          </div>
        ))}
      </dl>
      <h2 className="mt-6 mb-1.5 text-lg font-semibold">{t("keys")}</h2>
      <ul className="border-t border-line">
        <li className="flex h-10 items-center justify-between border-b border-line">
          {t("commandKey")}
          <span className="flex gap-1.5">
            <Kbd>Ctrl K</Kbd>
            <Kbd>Cmd K</Kbd>
          </span>
        </li>
      </ul>
    </div>
  );
}
