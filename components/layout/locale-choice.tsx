"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { MenuChoice } from "@/components/ui/menu";
import { LOCALES, type Locale } from "@/lib/core/locale";
import { rememberLocale } from "./remember-locale";

/** The languages, inside a <Menu>. The page is fetched again in place, so nothing typed or opened is lost. */
export function LocaleChoice() {
  const t = useTranslations("common");
  const locale = useLocale();
  const router = useRouter();

  return (
    <MenuChoice<Locale>
      label={t("shell.language")}
      value={locale}
      options={LOCALES.map((value) => ({ value, label: <span lang={value}>{t(`locale.${value}`)}</span> }))}
      onChange={(chosen) => {
        rememberLocale(chosen);
        startTransition(() => router.refresh());
      }}
    />
  );
}
