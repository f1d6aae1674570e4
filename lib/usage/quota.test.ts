import { expect, test } from "vitest";

import { checkQuota, crossedThresholds } from "@/lib/usage/quota";

test.each([
  ["hard", "9", "1", { allowed: true, overLimit: false, remaining: "0" }],
  ["hard", "9", "2", { allowed: false, overLimit: true, remaining: "1" }],
  ["hard", "12", "1", { allowed: false, overLimit: true, remaining: "0" }],
  ["soft", "9", "2", { allowed: true, overLimit: true, remaining: "0" }],
  ["overage", "9", "2", { allowed: true, overLimit: true, remaining: "0" }],
  ["overage", "2", "0.5", { allowed: true, overLimit: false, remaining: "7.5" }],
] as const)("a %s limit of 10 with %s used answers a request for %s", (behaviour, used, requested, answer) => {
  expect(checkQuota({ limit: "10", used, requested, behaviour })).toEqual(answer);
});

test("without a limit everything is allowed", () => {
  const unlimited = { limit: null, used: "1000", requested: "1", behaviour: "hard" } as const;
  expect(checkQuota(unlimited)).toEqual({ allowed: true, overLimit: false, remaining: null });
});

test("a threshold is crossed once, when it is reached", () => {
  const rise = (before: string, after: string) =>
    crossedThresholds({ limit: "50", before, after, thresholds: [100, 80] });
  expect(rise("39", "40")).toEqual([80]);
  expect(rise("40", "49")).toEqual([]);
  expect(rise("10", "50")).toEqual([80, 100]);
  expect(rise("50", "60")).toEqual([]);
  expect(crossedThresholds({ limit: null, before: "0", after: "9", thresholds: [80] })).toEqual([]);
  expect(crossedThresholds({ limit: "0", before: "0", after: "9", thresholds: [80] })).toEqual([]);
});
