import type { Locale } from "@/lib/core/locale";
import { LOCALE_COOKIE } from "@/lib/i18n/detect-locale";

const YEAR_SECONDS = 31_536_000;

/** Keeps the reader's language for a year. Not secret: read by the server on every request. */
export function rememberLocale(locale: Locale): void {
  const secure = window.location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=${YEAR_SECONDS}; samesite=lax${secure}`;
}
