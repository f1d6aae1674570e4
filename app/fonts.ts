import localFont from "next/font/local";

/*
 * Each family comes in two files, Latin and Greek; € « » lie in the Latin one, so a page in either language needs both.
 * The Latin file leads and falls through to the Greek one, which alone carries the metric fallback that stops the jump.
 */

const sofiaLatin = localFont({
  src: "./fonts/sofia-sans-latin-wght-normal.woff2",
  variable: "--font-sofia-latin",
  weight: "100 1000",
  adjustFontFallback: false,
});

const sofiaGreek = localFont({
  src: "./fonts/sofia-sans-greek-wght-normal.woff2",
  variable: "--font-sofia-greek",
  weight: "100 1000",
});

const serifLatin = localFont({
  src: "./fonts/source-serif-4-latin-wght-normal.woff2",
  variable: "--font-serif-latin",
  weight: "200 900",
  preload: false,
  adjustFontFallback: false,
});

const serifGreek = localFont({
  src: "./fonts/source-serif-4-greek-wght-normal.woff2",
  variable: "--font-serif-greek",
  weight: "200 900",
  preload: false,
  adjustFontFallback: "Times New Roman",
});

/** The classes that declare the font variables of tokens.css on the root element. */
export const fontVariables = [sofiaLatin, sofiaGreek, serifLatin, serifGreek].map((font) => font.variable).join(" ");
