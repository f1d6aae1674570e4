"use client";

import { Globe } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { type Locale, LOCALES } from "@/lib/core/locale";
import { rememberLocale } from "./remember-locale";

/**
 * The other language, in its own name. On public pages pass `hrefs`, the page's address in each language; elsewhere the page
 * stays and is fetched again, keeping what was typed.
 */
export function LocaleLink(props: { hrefs?: Record<Locale, string> | undefined }) {
  const t = useTranslations("common.locale");
  const router = useRouter();
  const locale = useLocale();
  const other = LOCALES.find((known) => known !== locale) ?? LOCALES[0];
  const look = "touch flex items-center gap-1.5 rounded-sm text-ink-2 hover:text-ink";
  const face = (
    <>
      <Globe className="size-4" aria-hidden="true" />
      {t(other)}
    </>
  );

  if (props.hrefs) {
    return (
      <a href={props.hrefs[other]} lang={other} hrefLang={other} onClick={() => rememberLocale(other)} className={look}>
        {face}
      </a>
    );
  }
  return (
    <button
      type="button"
      lang={other}
      className={look}
      onClick={() => {
        rememberLocale(other);
        startTransition(() => router.refresh());
      }}
    >
      {face}
    </button>
  );
}
