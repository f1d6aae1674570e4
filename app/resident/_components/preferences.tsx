"use client";

import { useLocale, useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useRouter } from "next/navigation";
import { startTransition, useSyncExternalStore } from "react";
import { rememberLocale } from "@/components/layout/remember-locale";
import { RadioGroup } from "@/components/ui/radio-group";
import { LOCALES, type Locale } from "@/lib/core/locale";

const THEMES = ["system", "light", "dark"] as const;

/** Language and appearance; both hold at once, and are remembered on this device. */
export function Preferences(props: { className?: string | undefined }) {
  const t = useTranslations("common");
  const locale = useLocale();
  const router = useRouter();
  const { theme, setTheme } = useTheme();
  const inBrowser = useInBrowser();

  return (
    <div className={props.className}>
      <div className="grid gap-5 sm:grid-cols-2">
        <RadioGroup
          name="language"
          legend={t("shell.language")}
          value={locale}
          onValueChange={(chosen) => {
            rememberLocale(chosen as Locale);
            startTransition(() => router.refresh());
          }}
          options={LOCALES.map((value) => ({ value, label: <span lang={value}>{t(`locale.${value}`)}</span> }))}
        />
        <RadioGroup
          name="theme"
          legend={t("shell.theme")}
          value={inBrowser ? (theme ?? "system") : ""}
          onValueChange={setTheme}
          options={THEMES.map((value) => ({ value, label: t(`shell.${THEME_WORDS[value]}`) }))}
        />
      </div>
    </div>
  );
}

const THEME_WORDS = { system: "themeSystem", light: "themeLight", dark: "themeDark" } as const;

/** The theme is known to the browser alone; the server's page must not guess it. */
function useInBrowser(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}
