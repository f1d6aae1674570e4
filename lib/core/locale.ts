/** The languages of the product. */
export const LOCALES = ["en", "el"] as const;

export type Locale = (typeof LOCALES)[number];

/** A text held as data (a plan's name, an invoice line) in every language. */
export type Localized = Record<Locale, string>;

export function isLocale(value: unknown): value is Locale {
  return typeof value === "string" && (LOCALES as readonly string[]).includes(value);
}
