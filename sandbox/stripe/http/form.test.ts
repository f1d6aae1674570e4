import { describe, expect, it } from "vitest";

import { canonicalForm, decodeForm, type FormValue } from "@/sandbox/stripe/http/form";

function plain(value: FormValue): unknown {
  return typeof value === "string" ? value : Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]));
}

describe("decodeForm", () => {
  it("reads scalars, hashes, arrays and arrays of hashes", () => {
    const form = decodeForm("a=c&h[b]=x+y&list[]=1&list[]=2&rows[0][id]=7&rows[1][id]=8&empty=");

    expect(plain(form)).toEqual({
      a: "c",
      h: { b: "x y" },
      list: { 0: "1", 1: "2" },
      rows: { 0: { id: "7" }, 1: { id: "8" } },
      empty: "",
    });
  });

  it("decodes percent signs in names and values", () => {
    expect(plain(decodeForm("metadata%5Bk%5D=%CE%B1%26%3D"))).toEqual({ metadata: { k: "α&=" } });
  });

  it.each(["a=1&a[b]=2", "a[b]=1&a=2", "a[b=1", "a=%zz", `a${"[x]".repeat(9)}=1`])("refuses %s", (text) => {
    expect(() => decodeForm(text)).toThrow(/Invalid|nested|well-formed/);
  });

  it("keeps names of object internals as plain names", () => {
    const form = decodeForm("__proto__[polluted]=1");

    expect(form.has("__proto__")).toBe(true);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

describe("canonicalForm", () => {
  it("does not depend on the order of the parameters", () => {
    expect(canonicalForm(decodeForm("b=2&a[y]=1&a[x]=0"))).toBe(canonicalForm(decodeForm("a[x]=0&a[y]=1&b=2")));
  });

  it("tells different values apart", () => {
    expect(canonicalForm(decodeForm("a=1"))).not.toBe(canonicalForm(decodeForm("a=2")));
  });
});
