"use client";

import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { MenuChoice } from "@/components/ui/menu";

/** Same as the device, light, dark: inside a <Menu>. */
export function ThemeChoice() {
  const t = useTranslations("common.shell");
  const { theme, setTheme } = useTheme();
  return (
    <MenuChoice
      label={t("theme")}
      value={theme ?? "system"}
      onChange={setTheme}
      options={[
        { value: "system", label: t("themeSystem") },
        { value: "light", label: t("themeLight") },
        { value: "dark", label: t("themeDark") },
      ]}
    />
  );
}
