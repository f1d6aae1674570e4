import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { BrandLink } from "@/components/layout/brand-link";
import { LocaleLink } from "@/components/layout/locale-link";
import { SkipLink } from "@/components/layout/skip-link";
import { ButtonLink } from "@/components/ui/button";
import { isLocale, LOCALES } from "@/lib/core/locale";

/** Any other first segment is an address we do not have. */
export const dynamicParams = false;

export function generateStaticParams(): { locale: string }[] {
  return LOCALES.map((locale) => ({ locale }));
}

/** The public pages: the language stands in the address, so that a link keeps it. */
export default async function MarketingLayout(props: { children: ReactNode; params: Promise<{ locale: string }> }) {
  const { locale } = await props.params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations("marketing");

  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="mx-auto flex w-full max-w-[1248px] items-center justify-between gap-4 px-4 py-3 sm:px-6">
        <BrandLink href={`/${locale}`} large />
        <nav aria-label={t("nav.label")} className="flex items-center gap-4 sm:gap-5">
          <Link href={`/${locale}/pricing`} className="font-medium text-ink-2 hover:text-ink max-sm:hidden">
            {t("nav.pricing")}
          </Link>
          <LocaleLink inPath />
          <Link href="/sign-in" className="font-mid text-petrol hover:text-petrol-hover">
            {t("nav.signIn")}
          </Link>
          <ButtonLink href={`/${locale}/pricing`} variant="primary" className="max-md:hidden">
            {t("nav.try")}
          </ButtonLink>
        </nav>
      </header>
      <main id="content" tabIndex={-1} className="flex flex-1 flex-col outline-none">
        {props.children}
      </main>
      <footer className="border-t border-line">
        <div className="mx-auto flex w-full max-w-[1248px] flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-5 text-sm text-ink-3 sm:px-6">
          <span>{t("footer.line")}</span>
          <span className="flex gap-5">
            <Link href={`/${locale}/pricing`} className="hover:text-ink">
              {t("nav.pricing")}
            </Link>
            <Link href="/sign-in" className="hover:text-ink">
              {t("nav.signIn")}
            </Link>
          </span>
        </div>
      </footer>
    </div>
  );
}
