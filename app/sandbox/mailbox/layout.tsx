import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BrandLink } from "@/components/layout/brand-link";
import { LocaleLink } from "@/components/layout/locale-link";
import { SandboxBanner } from "@/components/layout/banners";
import { SkipLink } from "@/components/layout/skip-link";
import { requireMailbox } from "@/lib/notifications/queries/require-mailbox";
import { env } from "@/lib/platform/env";

/** The mailbox has a page of its own, outside every role: it is where sign-in links of people without a role arrive too. */
export default async function MailboxLayout({ children }: { children: ReactNode }) {
  await requireMailbox();
  const t = await getTranslations("sandbox.mailbox");
  return (
    <>
      <SkipLink />
      {env().isSandbox ? <SandboxBanner /> : null}
      <header className="flex h-12 items-center justify-between gap-4 border-b border-line px-4 md:px-7">
        <span className="flex items-center gap-3">
          <BrandLink href="/" />
          <span className="text-ink-3 max-sm:sr-only">{t("where")}</span>
        </span>
        <span className="text-sm">
          <LocaleLink />
        </span>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-[1100px] px-4 pt-5 pb-16 outline-none md:px-7">
        {children}
      </main>
    </>
  );
}
