import { describe, expect, it } from "vitest";
import { usageEstimate } from "./usage-estimate";

const professional = {
  unitAmount: "59",
  currency: "EUR",
  charges: [
    { metric: "apartments", included: "500", model: { model: "per_unit", unitPrice: "0.40" } },
    {
      metric: "api_calls",
      included: "100000",
      model: { model: "package", packageSize: "1000", packagePrice: "0.50", freeUnits: "0" },
    },
  ],
} as const;

describe("usageEstimate", () => {
  it("adds what lies over the plan: 23 apartments and 29 packages of calls", () => {
    const estimate = usageEstimate({ ...professional, usage: { apartments: "523", api_calls: "128500" } });
    expect(estimate).toEqual({
      recurringMinor: 5900,
      lines: [
        { metric: "apartments", included: "500", over: "23", amountMinor: 920 },
        { metric: "api_calls", included: "100000", over: "28500", amountMinor: 1450 },
      ],
      totalMinor: 8270,
    });
  });

  it("is the price alone within the plan", () => {
    expect(usageEstimate({ ...professional, usage: { apartments: "500" } })).toMatchObject({
      lines: [],
      totalMinor: 5900,
    });
  });
});
