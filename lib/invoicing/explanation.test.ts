import { expect, test } from "vitest";

import { calendarDate } from "@/lib/core/calendar";
import { type Explanation, explanationAmount, explanationSchema } from "@/lib/invoicing/explanation";

const period = { start: calendarDate("2026-03-01"), end: calendarDate("2026-04-01") };
const plan = { planName: { en: "Professional", el: "Professional" }, planVersion: 2 };
const proration = {
  kind: "proration",
  ...plan,
  basis: "30",
  days: 21,
  denominator: 31,
  period,
  changedOn: calendarDate("2026-03-11"),
} as const;
const commitment = { kind: "commitment", scope: "charge", amount: "100", days: 25, denominator: 28, period } as const;
const step = { from: "0", to: "100", units: "100", unitPrice: "0.20", flatFee: "0", isPercent: false, amount: "20" };

const EXPLANATIONS: [Explanation, string][] = [
  [
    {
      kind: "recurring",
      ...plan,
      interval: "month",
      intervalCount: 1,
      unitPrice: "31",
      quantity: "2",
      days: 12,
      denominator: 31,
      period,
    },
    "24",
  ],
  [
    {
      kind: "usage",
      ...plan,
      metric: "storage",
      unit: "GB",
      aggregation: "max",
      model: "per_unit",
      properties: { model: "per_unit", unitPrice: "0.20" },
      total: "150",
      included: "50",
      billable: "100",
      alreadyBilled: { quantity: "60", amount: "2" },
      steps: [step],
      window: period,
    },
    "18",
  ],
  [{ ...proration, direction: "charge" }, "20.32258064516129032258"],
  [{ ...proration, direction: "credit" }, "-20.32258064516129032258"],
  [{ ...proration, direction: "credit", available: "15" }, "-15"],
  [
    {
      kind: "discount",
      coupon: "HALF",
      type: "percent",
      value: "50",
      base: "40",
      total: "20",
      share: "12.5",
      of: "usage",
    },
    "-12.5",
  ],
  [{ ...commitment, bound: "minimum", used: "70" }, "19.28571428571428571429"],
  [{ ...commitment, bound: "minimum", used: "90" }, "0"],
  [{ ...commitment, bound: "maximum", days: 28, used: "112" }, "-12"],
  [
    {
      kind: "credit",
      invoiceNumber: "NC-2026-000123",
      reason: "error",
      original: "59",
      creditedBefore: "9",
      amount: "50",
    },
    "50",
  ],
  [{ kind: "one_off", unitPrice: "15", quantity: "3", deliveredOn: period.start }, "45"],
];

test.each(EXPLANATIONS)("%j comes to %s again, and survives being stored", (explanation, amount) => {
  expect(explanationAmount(explanation)).toBe(amount);
  expect(explanationSchema.parse(JSON.parse(JSON.stringify(explanation)))).toEqual(explanation);
});
