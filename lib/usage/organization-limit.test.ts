import { describe, expect, it } from "vitest";

import { effectiveLimit } from "@/lib/usage/organization-limit";

const NOW = new Date("2026-05-01T00:00:00Z");

describe("effectiveLimit", () => {
  it.each([
    ["the plan's limit without an override", { limit: "5", overrideLimit: null, overrideUntil: null }, "5"],
    ["no limit", { limit: null, overrideLimit: null, overrideUntil: null }, null],
    ["an override without an end", { limit: "5", overrideLimit: "8", overrideUntil: null }, "8"],
    [
      "an override that lasts",
      { limit: "5", overrideLimit: "8", overrideUntil: new Date("2026-05-01T00:00:01Z") },
      "8",
    ],
    ["the plan's once it has ended", { limit: "5", overrideLimit: "8", overrideUntil: NOW }, "5"],
    ["an override of an unlimited plan", { limit: null, overrideLimit: "8", overrideUntil: null }, "8"],
  ])("gives %s", (_what, row, expected) => {
    expect(effectiveLimit(row, NOW)).toBe(expected);
  });
});
