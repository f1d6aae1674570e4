import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

import { LOCALES } from "@/lib/core/locale";
import { icuArguments } from "@/tests/house/icu-arguments";

const folder = fileURLToPath(new URL("../../messages", import.meta.url));

type Messages = { [key: string]: string | Messages };

function flatten(messages: Messages, prefix = ""): [key: string, text: string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${prefix}${key}`, value] as [string, string]] : flatten(value, `${prefix}${key}.`),
  );
}

function read(locale: string, namespace: string): Map<string, string> {
  return new Map(flatten(JSON.parse(readFileSync(join(folder, locale, namespace), "utf8")) as Messages));
}

/**
 * What `one` asks for and `other` does not. A choice may stand alone: Greek bends an article by the day of the month where
 * English has none to bend.
 */
function lacking(one: string[], other: string[]): string[] {
  const names = new Set(other.map((argument) => argument.split(" ")[0]));
  return one.filter((argument) => !argument.includes(" (") && !names.has(argument));
}

const namespaces = readdirSync(join(folder, "en")).toSorted();

describe("the messages", () => {
  it.each(LOCALES)("have the same namespaces in %s", (locale) => {
    expect(readdirSync(join(folder, locale)).toSorted()).toEqual(namespaces);
  });

  it.each(namespaces)("of %s have the same keys in Greek and English", (namespace) => {
    expect([...read("el", namespace).keys()].toSorted()).toEqual([...read("en", namespace).keys()].toSorted());
  });

  it.each(namespaces)("of %s ask for the same arguments in Greek and English", (namespace) => {
    const greek = read("el", namespace);
    const uneven = [...read("en", namespace)].flatMap(([key, english]) => {
      const texts = [icuArguments(english), icuArguments(greek.get(key) ?? "")] as const;
      return [...lacking(texts[0], texts[1]), ...lacking(texts[1], texts[0])].map((name) => `${key}: ${name}`);
    });
    expect(uneven).toEqual([]);
  });

  it.each(namespaces)("of %s are all worded", (namespace) => {
    for (const locale of LOCALES) {
      expect([...read(locale, namespace)].filter(([, text]) => text.trim() === "")).toEqual([]);
    }
  });
});

describe("icuArguments", () => {
  it.each([
    ["Hello", []],
    ["Hello {name}", ["name"]],
    ["{count, plural, one {# building} other {# buildings of {owner}}}", ["count (plural)", "owner"]],
    ["{day, date, long} and {amount, number, ::currency/EUR}", ["amount", "day"]],
    ["Read <b>this</b>, it's {kind, select, a {x} other {y}}", ["<b>", "kind (select)"]],
    ["'{literal}' and ''{real}", ["real"]],
  ])("of %s", (message, expected) => {
    expect(icuArguments(message)).toEqual(expected);
  });

  it("refuses a choice without other", () => {
    expect(() => icuArguments("{count, plural, one {#}}")).toThrow(/other/);
  });
});
