import { expect, test } from "vitest";

import { parseCatalogFile } from "@/lib/catalog/catalog-file";
import { AppError } from "@/lib/core/errors";

const name = { en: "Name", el: "Όνομα" };
const plan = {
  key: "starter",
  name,
  prices: [{ interval: "month", unitAmount: "29" }],
  entitlements: [
    { feature: "apartments", kind: "number", limit: "50", behaviour: "overage" },
    { feature: "analytics", kind: "boolean", enabled: false },
  ],
  charges: [{ metric: "apartments", name, included: "50", model: { model: "per_unit", unitPrice: "0.40" } }],
};
const file = {
  key: "sample",
  name,
  currency: "EUR",
  features: [{ key: "analytics", name }],
  metrics: [{ key: "apartments", name, unit: "apartment", aggregation: "max", kind: "measured" }],
  plans: [plan],
};

function problemsOf(content: unknown): Record<string, string[]> {
  try {
    parseCatalogFile(content);
    return {};
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid_input") return error.fieldErrors ?? {};
    throw error;
  }
}

test("a catalogue is read with its defaults filled in", () => {
  const [parsed] = parseCatalogFile(file).plans;
  expect(parsed).toMatchObject({
    status: "active",
    isPublic: true,
    trialDays: 0,
    prices: [{ interval: "month", count: 1 }],
  });
});

test.each([
  [
    "an unknown metric",
    { ...plan, charges: [{ ...plan.charges[0], metric: "calls" }] },
    "plans.0",
    "unknown metric calls",
  ],
  [
    "an unknown feature",
    { ...plan, entitlements: [{ feature: "magic", kind: "unlimited" }] },
    "plans.0",
    "unknown magic",
  ],
  ["two monthly prices", { ...plan, prices: [...plan.prices, ...plan.prices] }, "plans.0", "1 month twice"],
  [
    "a price as a number",
    { ...plan, prices: [{ interval: "month", unitAmount: 29 }] },
    "plans.0.prices.0.unitAmount",
    undefined,
  ],
  ["a text in one language", { ...plan, name: { en: "Name" } }, "plans.0.name.el", undefined],
])("%s is refused with its place", (_problem, broken, place, message) => {
  const problems = problemsOf({ ...file, plans: [broken] });
  expect(Object.keys(problems)).toContain(place);
  if (message) expect(problems[place]).toContain(message);
});

test("two plans of one key, and a feature named like a metric, are refused", () => {
  expect(problemsOf({ ...file, plans: [plan, plan] })[""]).toEqual(["starter twice"]);
  expect(problemsOf({ ...file, features: [...file.features, { key: "apartments", name }] })[""]).toEqual([
    "apartments twice",
  ]);
});
