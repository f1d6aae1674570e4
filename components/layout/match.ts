const COMBINING_MARKS = /\p{M}/gu;

/** Lower case, without accents, final sigma as sigma: how people type Greek when they search. */
function foldText(text: string): string {
  return text.normalize("NFD").replaceAll(COMBINING_MARKS, "").toLowerCase().replaceAll("ς", "σ");
}

/** cmdk's filter: 1 where a word begins with every word typed, less for a match within, 0 for none. */
export function matchScore(value: string, search: string, keywords: string[] = []): number {
  const text = foldText([value, ...keywords].join(" "));
  const words = foldText(search).split(/\s+/).filter(Boolean);
  if (!words.every((word) => text.includes(word))) return 0;

  return words.every((word) => text.startsWith(word) || text.includes(` ${word}`)) ? 1 : 0.5;
}

/** The label cut at the first place that matches the query: before, match, after. */
export function splitAtMatch(label: string, query: string): readonly [string, string, string] {
  const letters = Array.from(label);
  const wanted = foldText(query.trim());
  for (let start = 0; wanted !== "" && start < letters.length; start += 1) {
    for (let end = start + 1; end <= letters.length; end += 1) {
      const folded = foldText(letters.slice(start, end).join(""));
      if (folded === wanted) {
        return [letters.slice(0, start).join(""), letters.slice(start, end).join(""), letters.slice(end).join("")];
      }
      if (!wanted.startsWith(folded)) break;
    }
  }
  return [label, "", ""];
}
