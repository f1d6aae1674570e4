import { describe, expect, it } from "vitest";

import { canonicalJson } from "@/lib/core/canonical-json";

describe("canonicalJson", () => {
  it("does not depend on the order of keys, at any depth", () => {
    expect(canonicalJson({ b: { d: 1, c: [2, { f: 3, e: 4 }] }, a: null })).toBe(
      canonicalJson({ a: null, b: { c: [2, { e: 4, f: 3 }], d: 1 } }),
    );
  });

  it("keeps the order of lists and leaves undefined out", () => {
    expect(canonicalJson({ list: [2, 1], gone: undefined })).toBe('{"list":[2,1]}');
  });
});
