import { describe, expect, it } from "vitest";
import { z } from "zod";
import { formInput, formValues } from "@/lib/platform/form-input";
import { parseInput } from "@/lib/platform/parse-input";

function form(...fields: [string, string | File][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

function issuesOf(schema: z.ZodType, raw: unknown): [string, string, unknown][] {
  const parsed = parseInput(schema, raw);
  return parsed.ok ? [] : parsed.issues.map(({ field, key, params }) => [field, key, params]);
}

describe("formInput", () => {
  it("makes arrays of repeated names and of names in brackets, and drops blanks and the framework's own", () => {
    const data = form(
      ["$ACTION_REF_1", ""],
      ["$ACTION_1:0", "{}"],
      ["name", " Maria "],
      ["note", "  "],
      ["tag", "a"],
      ["tag", "b"],
      ["building[]", "one"],
      ["empty[]", ""],
      ["photo", new File([], "")],
    );
    expect(formInput(data)).toEqual({ name: " Maria ", tag: ["a", "b"], building: ["one"], empty: [] });
  });

  it("does not reach the prototype", () => {
    const input = formInput(form(["__proto__", "x"], ["name", "a"]));
    expect(Object.getPrototypeOf(input)).toBe(Object.prototype);
    expect(issuesOf(z.object({ name: z.string() }), input)).toEqual([["__proto__", "unknown_field", {}]]);
  });
});

describe("formValues", () => {
  it("gives back texts, never passwords or files", () => {
    const data = form(
      ["email", "m@example.gr"],
      ["password", "secret"],
      ["newPassword", "secret"],
      ["tag", "a"],
      ["tag", "b"],
      ["photo", new File(["x"], "x.png")],
      ["$ACTION_ID_1", ""],
    );
    expect(formValues(data)).toEqual({ email: "m@example.gr", tag: ["a", "b"] });
  });
});

describe("parseInput", () => {
  const schema = z.object({
    name: z.string().trim().min(2).max(5),
    email: z.email(),
    day: z.iso.date(),
    amount: z.coerce.number().int().min(1).max(9),
    role: z.enum(["owner", "staff"]),
    tags: z.array(z.string()).min(1).max(2),
    id: z.uuid(),
  });
  const right = {
    name: "Maria",
    email: "m@example.gr",
    day: "2026-11-30",
    amount: "3",
    role: "owner",
    tags: ["a"],
    id: "01900000-0000-7000-8000-000000000001",
  };

  it("answers the schema's output", () => {
    expect(parseInput(schema, right)).toEqual({ ok: true, input: { ...right, amount: 3 } });
  });

  it.each([
    ["name", undefined, "required", {}],
    ["name", "  ", "required", {}],
    ["name", "M", "too_short", { limit: 2 }],
    ["name", "Marialena", "too_long", { limit: 5 }],
    ["email", "m@", "invalid_email", {}],
    ["day", "30/11", "invalid_date", {}],
    ["amount", undefined, "required", {}],
    ["amount", "x", "not_a_number", {}],
    ["amount", "1.5", "not_an_integer", {}],
    ["amount", "0", "too_small", { limit: 1 }],
    ["amount", "10", "too_big", { limit: 9 }],
    ["role", "resident", "invalid_choice", {}],
    ["tags", [], "too_few", { limit: 1 }],
    ["tags", ["a", "b", "c"], "too_many", { limit: 2 }],
    ["tags", "a", "invalid", {}],
    ["id", "1", "invalid_choice", {}],
  ])("%s = %j is %s", (field, value, key, params) => {
    expect(issuesOf(schema, { ...right, [field]: value })).toEqual([[field, key, params]]);
  });

  it("refuses fields nobody asked for", () => {
    expect(issuesOf(schema, { ...right, isSuperAdmin: true })).toEqual([["isSuperAdmin", "unknown_field", {}]]);
  });

  it("takes a key of the schema's own", () => {
    const own = z.object({ vatId: z.string().refine(() => false, "invalid_vat_id") });
    expect(issuesOf(own, { vatId: "1" })).toEqual([["vatId", "invalid_vat_id", {}]]);
  });

  it.each(["a\u0000b", "\ud800", "a\udc00"])("refuses text PostgreSQL cannot hold: %j", (text) => {
    expect(issuesOf(schema, { ...right, name: text })).toEqual([["name", "invalid_text", {}]]);
    expect(issuesOf(schema, { ...right, tags: [text] })).toEqual([["tags.0", "invalid_text", {}]]);
  });

  it("refuses what is nested without end", () => {
    let deep: unknown = "x";
    for (let depth = 0; depth < 1_000; depth += 1) deep = [deep];
    expect(parseInput(z.unknown(), deep).ok).toBe(false);
  });
});
