import { isLocale, type Locale } from "@/lib/core/locale";

/** The cookie that remembers the reader's choice of language. */
export const LOCALE_COOKIE = "NC_LOCALE";

/** Set by proxy.ts on paths that begin with a language, so that the whole page answers in it. */
export const LOCALE_HEADER = "x-nc-locale";

/** Greek first: the product speaks to Greek buildings unless the reader or their browser says otherwise. */
const FALLBACK: Locale = "el";

/**
 * The language to answer in: the path's, else the one chosen earlier, else the first the browser accepts, else Greek.
 * `acceptLanguage` is the raw header (RFC 9110, 12.5.4).
 */
export function detectLocale(from: {
  path?: string | null | undefined;
  cookie?: string | null | undefined;
  acceptLanguage?: string | null | undefined;
}): Locale {
  if (isLocale(from.path)) return from.path;
  if (isLocale(from.cookie)) return from.cookie;

  return acceptedLocale(from.acceptLanguage ?? "") ?? FALLBACK;
}

function acceptedLocale(header: string): Locale | undefined {
  const ranked = header
    .slice(0, 500)
    .split(",")
    .map((part, index) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return {
        language: tag.split("-")[0]?.toLowerCase(),
        quality: quality ? Number(quality.trim().slice(2)) : 1,
        index,
      };
    })
    .filter((entry) => entry.quality > 0)
    .toSorted((a, b) => b.quality - a.quality || a.index - b.index);

  return ranked.map((entry) => entry.language).find(isLocale);
}
