import { foldText } from "@/lib/core/fold-text";

/** Greek letters as they are written in Latin ones (ELOT 743, letter by letter). */
const GREEK = "αβγδεζηθικλμνξοπρστυφχψω";
const LATIN = "a v g d e z i th i k l m n x o p r s t y f ch ps o".split(" ");

const LONGEST = 40;

/** A name as part of an address: small Latin letters, digits and dashes. May be empty. */
export function slugOf(name: string): string {
  const latin = [...foldText(name)].map((letter) => LATIN[GREEK.indexOf(letter)] ?? letter).join("");
  return latin
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, "");
}
