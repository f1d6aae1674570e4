import { useTranslations } from "next-intl";

/** The first thing a keyboard meets: over the menu to the content. */
export function SkipLink() {
  const t = useTranslations("common");
  return (
    <a
      href="#content"
      className="raised sr-only top-2 left-2 z-50 rounded-md px-3 py-2 font-mid text-petrol focus:not-sr-only focus:fixed"
    >
      {t("skip")}
    </a>
  );
}
