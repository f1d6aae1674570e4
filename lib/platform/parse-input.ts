import { z } from "zod";
import { AppError } from "@/lib/core/errors";
import { validationKey } from "@/lib/platform/validation-key";

const MAX_DEPTH = 20;

/** Field errors before they are put into words: field → message keys with their values. */
export type InputIssue = { field: string; key: string; params: Record<string, string | number> };

export type Parsed<T> = { ok: true; input: T } | { ok: false; issues: InputIssue[] };

/**
 * Input as the schema has it, or what is wrong with each field. Objects are read strictly (a field nobody asked for is
 * refused), and so are texts PostgreSQL cannot hold.
 */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): Parsed<z.output<S>> {
  const unstorable = unstorableFields(raw, [], 0);
  if (unstorable.length > 0) return { ok: false, issues: unstorable };

  const result = strict(schema).safeParse(raw);
  if (result.success) return { ok: true, input: result.data as z.output<S> };

  return { ok: false, issues: result.error.issues.map((issue) => inputIssue(issue, raw)) };
}

/** Issues as an expected error, for routes: field → message keys. */
export function invalidInput(issues: InputIssue[]): AppError {
  return new AppError("invalid_input", { fieldErrors: groupByField(issues, (issue) => issue.key) });
}

export function groupByField(issues: InputIssue[], text: (issue: InputIssue) => string): Record<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const issue of issues) {
    fields.set(issue.field, [...(fields.get(issue.field) ?? []), text(issue)]);
  }
  return Object.fromEntries(fields);
}

function strict(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodObject && schema.def.catchall === undefined ? schema.strict() : schema;
}

function inputIssue(issue: z.core.$ZodIssue, raw: unknown): InputIssue {
  const { key, params } = validationKey(issue, valueAt(raw, issue.path));
  const field = issue.code === "unrecognized_keys" ? (issue.keys[0] ?? "") : "";
  return { field: [...issue.path.map(String), field].filter((part) => part !== "").join("."), key, params };
}

function valueAt(raw: unknown, path: PropertyKey[]): unknown {
  let value = raw;
  for (const part of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

/** PostgreSQL refuses NUL and lone surrogates; what is nested deeper than anything of ours is refused with them. */
function unstorableFields(value: unknown, path: string[], depth: number): InputIssue[] {
  const refused = [{ field: path.join("."), key: "invalid_text", params: {} }];
  if (typeof value === "string") return isStorable(value) ? [] : refused;
  if (typeof value !== "object" || value === null || value instanceof Blob) return [];
  if (depth > MAX_DEPTH) return refused;

  return Object.entries(value).flatMap(([key, inner]) =>
    isStorable(key) ? unstorableFields(inner, [...path, key], depth + 1) : refused,
  );
}

function isStorable(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed();
}
