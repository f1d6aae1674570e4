"use client";

import { Globe } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { usePathname, useRouter } from "next/navigation";
import { startTransition } from "react";
import { LOCALES } from "@/lib/core/locale";
import { rememberLocale } from "./remember-locale";

const LOOK = "touch flex items-center gap-1.5 rounded-sm text-ink-2 hover:text-ink";

/**
 * The other language, in its own name. On public pages (`inPath`) it leads to the same page in that language; elsewhere the
 * page stays and is fetched again, keeping what was typed.
 */
export function LocaleLink(props: { inPath?: boolean | undefined }) {
  const t = useTranslations("common.locale");
  const router = useRouter();
  const pathname = usePathname();
  const locale = useLocale();
  const other = LOCALES.find((known) => known !== locale) ?? LOCALES[0];
  const face = (
    <>
      <Globe className="size-4" aria-hidden="true" />
      {t(other)}
    </>
  );

  if (props.inPath) {
    const href = pathname.replace(/^\/[^/]+/, `/${other}`);
    return (
      <a href={href} lang={other} hrefLang={other} onClick={() => rememberLocale(other)} className={LOOK}>
        {face}
      </a>
    );
  }
  return (
    <button
      type="button"
      lang={other}
      className={LOOK}
      onClick={() => {
        rememberLocale(other);
        startTransition(() => router.refresh());
      }}
    >
      {face}
    </button>
  );
}
