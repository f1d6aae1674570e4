import { describe, expect, it } from "vitest";
import { english } from "./messages-en";
import { greek } from "./messages-el";

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === "string" ? [[`${prefix}${key}`, value] as const] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

/**
 * The names of arguments and tags: what a sentence needs from its caller. In ICU braces of odd depth hold an argument, those
 * of even depth a branch of one.
 */
function needs(sentence: string): string[] {
  const names = new Set<string>();
  let depth = 0;
  for (const [token, name, tag] of sentence.matchAll(/\{\s*(\w*)|\}|<([a-z]\w*)>/g)) {
    if (tag) names.add(tag);
    else if (token === "}") depth -= 1;
    else {
      depth += 1;
      if (depth % 2 === 1 && name) names.add(name);
    }
  }
  return [...names];
}

const en = flatten(english as Tree);
const el = flatten(greek as Tree);

describe("messages", () => {
  it("has the same keys in both languages", () => {
    expect([...el.keys()].toSorted()).toEqual([...en.keys()].toSorted());
  });

  it("says in Greek everything the English names", () => {
    const forgetful = [...en].filter(([key, text]) => {
      const said = needs(el.get(key) ?? "");
      return !needs(text).every((name) => said.includes(name));
    });
    expect(forgetful.map(([key]) => key)).toEqual([]);
  });

  it("leaves no sentence empty and shouts nowhere", () => {
    const wrong = [...en, ...el].filter(([, text]) => text.trim() === "" || /!(?!=)/.test(text));
    expect(wrong).toEqual([]);
  });
});
