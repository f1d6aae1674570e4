/** U+0300 to U+036F: what Unicode splits accents and dieresis off as. */
const COMBINING_MARKS = /[\u0300-\u036f]/g;

/** How people type when they search: lower case, without accents, the final sigma as any other. db/folded-text.ts does the same in SQL. */
export function foldText(text: string): string {
  return text.normalize("NFD").replaceAll(COMBINING_MARKS, "").toLowerCase().replaceAll("ς", "σ").trim();
}
