const CHOICES = new Set(["plural", "select", "selectordinal"]);

/** An apostrophe before a brace quotes it; two are one apostrophe (ICU MessageFormat). */
function withoutQuotes(message: string): string {
  return message.replaceAll("''", "").replaceAll(/'[{}<][^']*'/g, "");
}

function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index += 1) {
    if (text[index] === "{") depth += 1;
    if (text[index] === "}") depth -= 1;
    if (depth === 0) return index;
  }
  throw new Error(`A brace is not closed: ${text}`);
}

function collect(text: string, found: Set<string>): void {
  for (const [, tag] of text.matchAll(/<([A-Za-z][\w-]*)\s*\/?>/g)) found.add(`<${tag}>`);

  let index = text.indexOf("{");
  while (index >= 0) {
    const end = closingBrace(text, index);
    const [name = "", type = "", ...rest] = text.slice(index + 1, end).split(",");
    const kind = type.trim();
    if (CHOICES.has(kind)) {
      found.add(`${name.trim()} (${kind})`);
      collectChoices(rest.join(","), found);
    } else {
      found.add(name.trim());
    }
    index = text.indexOf("{", end + 1);
  }
}

function collectChoices(choices: string, found: Set<string>): void {
  let hasOther = false;
  let index = choices.indexOf("{");
  let from = 0;
  while (index >= 0) {
    const end = closingBrace(choices, index);
    if (choices.slice(from, index).trim().endsWith("other")) hasOther = true;
    collect(choices.slice(index + 1, end), found);
    from = end + 1;
    index = choices.indexOf("{", from);
  }
  if (!hasOther) throw new Error(`A choice without "other": ${choices}`);
}

/**
 * The arguments and tags an ICU message asks for, in order of name. Two languages of one message must ask for the same.
 * @throws Error when a brace is not closed or a choice has no "other".
 */
export function icuArguments(message: string): string[] {
  const found = new Set<string>();
  collect(withoutQuotes(message), found);
  return [...found].toSorted();
}
