import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Font } from "@react-pdf/renderer";
import { unpackWoff } from "@/lib/invoicing/adapters/pdf/unpack-woff";

/** From the working directory: the bundler moves this module but not the fonts, which next.config.ts traces by this path. */
const FONTS = join(process.cwd(), "lib/invoicing/adapters/pdf/fonts");

/**
 * One family per subset, because React-PDF falls back from family to family and not within one. Latin Extended and
 * Cyrillic are there for the names and addresses of customers elsewhere in the Union.
 */
const SUBSETS = [
  ["", "latin"],
  [" Greek", "greek"],
  [" Latin Extended", "latin-ext"],
  [" Cyrillic", "cyrillic"],
] as const;

export const SANS: string[] = SUBSETS.map(([suffix]) => `Sofia Sans${suffix}`);
export const SERIF: string[] = SUBSETS.map(([suffix]) => `Source Serif 4${suffix}`);

/** Longer than any word of ours: an unbroken run of characters beyond this is cut, so that it stays in its column. */
const LONGEST_WORD = 28;

/** Words are never hyphenated (no Greek patterns exist here); only what cannot fit a line is cut, without a hyphen. */
function cutLongWord(word: string): string[] {
  const characters = Array.from(word);
  return characters.length <= LONGEST_WORD ? [word] : characters.flatMap((character) => [character, ""]);
}

type Cut = { family: string; file: string; fontWeight: 400 | 600 };

const CUTS: Cut[] = SUBSETS.flatMap(([suffix, subset]) => [
  { family: `Sofia Sans${suffix}`, file: `sofia-sans-${subset}-400-normal`, fontWeight: 400 },
  { family: `Sofia Sans${suffix}`, file: `sofia-sans-${subset}-600-normal`, fontWeight: 600 },
  { family: `Source Serif 4${suffix}`, file: `source-serif-4-${subset}-400-normal`, fontWeight: 400 },
]);

/**
 * Loads every cut once and gives it a PostScript name of its own. The subsets of one weight carry the same name, and the
 * PDF writer tells fonts apart by it: left alone, it embeds a font again at each change of alphabet.
 */
export async function registerFonts(): Promise<void> {
  Font.registerHyphenationCallback(cutLongWord);
  await Promise.all(
    CUTS.map(async ({ family, file, fontWeight }) => {
      const font = unpackWoff(await readFile(join(FONTS, `${file}.woff`)));
      Font.register({ family, src: `data:font/ttf;base64,${font.toString("base64")}`, fontWeight });
      await Font.load({ fontFamily: family, fontWeight });
      const loaded = Font.getFont({ fontFamily: family, fontWeight })?.data;
      if (loaded) Object.defineProperty(loaded, "postscriptName", { value: file });
    }),
  );
}
