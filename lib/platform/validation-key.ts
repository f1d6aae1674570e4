import type { z } from "zod";

/** Sentences of `errors.validation`. A schema names one of its own by giving the key as its message. */
const CUSTOM_KEY = /^[a-z][a-z0-9_.]*$/i;

const FORMATS: Record<string, string> = {
  email: "invalid_email",
  url: "invalid_url",
  uuid: "invalid_choice",
  date: "invalid_date",
  datetime: "invalid_date",
  regex: "invalid_format",
};

export type ValidationKey = { key: string; params: Record<string, string | number> };

/** Which sentence says what is wrong: `value` is what was sent, since a missing field and a wrong one read differently. */
export function validationKey(issue: z.core.$ZodIssue, value: unknown): ValidationKey {
  if (CUSTOM_KEY.test(issue.message)) return plain(issue.message);
  if (isBlank(value)) return plain("required");

  switch (issue.code) {
    case "invalid_type":
      return plain(typeKey(issue.expected));
    case "invalid_format":
      return plain(FORMATS[issue.format] ?? "invalid_format");
    case "too_small":
      return limit("small", issue.origin, Number(issue.minimum));
    case "too_big":
      return limit("big", issue.origin, Number(issue.maximum));
    case "invalid_value":
      return plain("invalid_choice");
    case "not_multiple_of":
      return { key: "not_multiple_of", params: { step: Number(issue.divisor) } };
    case "unrecognized_keys":
      return plain("unknown_field");
    case "invalid_union":
    case "invalid_key":
    case "invalid_element":
    case "custom":
      return plain("invalid");
  }
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

function plain(key: string): ValidationKey {
  return { key, params: {} };
}

function typeKey(expected: string): string {
  if (expected === "number") return "not_a_number";
  if (expected === "int" || expected === "bigint") return "not_an_integer";
  if (expected === "date") return "invalid_date";
  return "invalid";
}

function limit(side: "small" | "big", origin: string, bound: number): ValidationKey {
  const keys = {
    text: { small: "too_short", big: "too_long" },
    list: { small: "too_few", big: "too_many" },
    value: { small: "too_small", big: "too_big" },
    date: { small: "too_early", big: "too_late" },
  };
  if (origin === "string") return { key: keys.text[side], params: { limit: bound } };
  if (origin === "array" || origin === "set") return { key: keys.list[side], params: { limit: bound } };
  if (origin === "date") return plain(keys.date[side]);
  return { key: keys.value[side], params: { limit: bound } };
}
