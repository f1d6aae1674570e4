import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { rateByDifference, rateQuantity } from "@/lib/billing/charge-model";
import { billableQuantity, proratedIncluded } from "@/lib/billing/included-quantity";
import { type ChargeModel, chargeModelSchema } from "@/lib/catalog/charge-model";
import { decimal, sumDecimals } from "@/lib/core/decimal";
import { isAppError } from "@/lib/core/errors";

const tiers = [
  { upTo: "100", unitPrice: "0.20", flatFee: "1" },
  { upTo: "500", unitPrice: "0.15", flatFee: "2.5" },
  { upTo: null, unitPrice: "0.10", flatFee: "0" },
];
const MODELS: Record<string, ChargeModel> = {
  flat: { model: "flat", amount: "12.50" },
  per_unit: { model: "per_unit", unitPrice: "0.40" },
  package: { model: "package", packageSize: "1000", packagePrice: "0.50", freeUnits: "0" },
  graduated: { model: "graduated", tiers, blockSize: "1" },
  "graduated in blocks": { model: "graduated", tiers, blockSize: "10" },
  volume: { model: "volume", tiers, blockSize: "1" },
  graduated_percentage: {
    model: "graduated_percentage",
    tiers: [
      { upTo: "100", rate: "2.9", flatFee: "0.30" },
      { upTo: null, rate: "1.5", flatFee: "0" },
    ],
  },
};
const models = Object.entries(MODELS);
const anyModel = fc.constantFrom(...Object.values(MODELS));
const anyQuantity = fc
  .integer({ min: 0, max: 2_000_000 })
  .map((thousandths) => decimal(thousandths).div(1000).toFixed());

describe("every model", () => {
  test.each(models)("%s charges nothing for nothing", (_name, model) => {
    expect(rateQuantity(model, "0")).toEqual({ amountExact: "0", steps: [] });
  });

  test("has steps that sum to its price, and mirrors it for a reversal", () => {
    fc.assert(
      fc.property(anyModel, anyQuantity, (model, quantity) => {
        const { amountExact, steps } = rateQuantity(model, quantity);
        expect(sumDecimals(steps.map((step) => step.amount)).toFixed()).toBe(amountExact);

        const reversed = rateQuantity(model, decimal(quantity).negated().toFixed());
        expect(decimal(reversed.amountExact).negated().equals(amountExact)).toBe(true);
        expect(sumDecimals(reversed.steps.map((step) => step.amount)).equals(reversed.amountExact)).toBe(true);
      }),
    );
  });

  test("has steps whose units, price and flat fee give their amount", () => {
    fc.assert(
      fc.property(anyModel, anyQuantity, (model, quantity) => {
        for (const step of rateQuantity(model, quantity).steps) {
          const rate = step.isPercent ? decimal(step.unitPrice).div(100) : decimal(step.unitPrice);
          expect(rate.times(step.units).plus(step.flatFee).toFixed()).toBe(decimal(step.amount).toFixed());
        }
      }),
    );
  });

  test("rated by difference over any split costs what it costs at once", () => {
    fc.assert(
      fc.property(anyModel, fc.array(anyQuantity, { minLength: 1, maxLength: 6 }), (model, parts) => {
        let billedQuantity = "0";
        let billedExact = "0";
        for (const part of parts) {
          const totalQuantity = decimal(billedQuantity).plus(part).toFixed();
          const rated = rateByDifference({
            model,
            totalQuantity,
            alreadyBilledQuantity: billedQuantity,
            alreadyBilledExact: billedExact,
          });
          billedExact = decimal(billedExact).plus(rated.amountExact).toFixed();
          billedQuantity = totalQuantity;
        }
        expect(billedExact).toBe(rateQuantity(model, billedQuantity).amountExact);
      }),
    );
  });
});

describe("overage of the building plans", () => {
  const rate = (model: ChargeModel, total: string, included: string) =>
    rateQuantity(model, billableQuantity(total, included)).amountExact;

  test("an apartment over costs 0.40", () => {
    expect(rate({ model: "per_unit", unitPrice: "0.40" }, "57", "50")).toBe("2.8");
    expect(rate({ model: "per_unit", unitPrice: "0.40" }, "50", "50")).toBe("0");
  });

  test("calls over are sold by the started thousand", () => {
    const calls: ChargeModel = { model: "package", packageSize: "1000", packagePrice: "0.50", freeUnits: "0" };
    expect([10_000, 10_001, 11_000, 11_001].map((total) => rate(calls, String(total), "10000"))).toEqual([
      "0",
      "0.5",
      "0.5",
      "1",
    ]);
  });

  test("storage over is graduated from what is included on", () => {
    const storage = chargeModelSchema.parse({
      model: "graduated",
      tiers: [
        { upTo: "100", unitPrice: "0.20" },
        { upTo: "500", unitPrice: "0.15" },
        { upTo: null, unitPrice: "0.10" },
      ],
    });
    expect(rate(storage, "105", "5")).toBe("20");
    expect(rate(storage, "605.5", "5")).toBe("90.05");
  });
});

describe("percentages", () => {
  const percentage = chargeModelSchema.parse({
    model: "percentage",
    rate: "1",
    fixedFee: "0.10",
    freeEvents: 1,
    freeAmount: "50",
    minimumPerEvent: "0.50",
    maximumPerEvent: "2",
  });

  test("leave out free events, use up the free amount, and keep each event within its bounds", () => {
    // 40 is a free event; 30 and 20 of 45 use the free amount up, 25 costs the minimum; 80 is plain; 900 is capped.
    const events = { amounts: ["40", "30", "45", "80", "900"] };
    expect(rateQuantity(percentage, "1095", { events }).amountExact).toBe(
      decimal("0.50").plus("0.90").plus("2").toFixed(),
    );
  });

  test("refuse to guess what the sum cannot tell", () => {
    expect(() => rateQuantity(percentage, "100", { events: { count: 3 } })).toThrow("amount of each event");
    const perEvent = chargeModelSchema.parse({ model: "percentage", rate: "1", fixedFee: "0.10" });
    expect(rateQuantity(perEvent, "100", { events: { count: 3 } }).amountExact).toBe("1.3");
    expect(() => rateQuantity(perEvent, "100")).toThrow("number of events");
    expect(() => rateQuantity({ model: "dynamic" }, "2")).toThrow("events");
    expect(rateQuantity({ model: "dynamic" }, "2", { events: { amounts: ["1.25", "2"] } }).amountExact).toBe("3.25");
  });
});

test("a quantity above a closed last tier is refused", () => {
  const closed: ChargeModel = {
    model: "graduated",
    blockSize: "1",
    tiers: [{ upTo: "10", unitPrice: "1", flatFee: "0" }],
  };
  expect(rateQuantity(closed, "10").amountExact).toBe("10");
  expect(() => rateQuantity(closed, "10.001")).toThrow(
    expect.toSatisfy((error: unknown) => isAppError(error, "quantity_above_tiers")),
  );
});

test("a reversal has no included part; the included quantity of part of a period goes by its days", () => {
  expect(billableQuantity("-5", "100")).toBe("-5");
  expect(proratedIncluded("310", { days: 12, denominator: 31 })).toBe("120");
});

test.each([
  [
    "bounds that fall",
    {
      model: "volume",
      tiers: [
        { upTo: "10", unitPrice: "1" },
        { upTo: "5", unitPrice: "1" },
      ],
    },
  ],
  [
    "an open tier before the last",
    {
      model: "volume",
      tiers: [
        { upTo: null, unitPrice: "1" },
        { upTo: "5", unitPrice: "1" },
      ],
    },
  ],
  ["no tiers", { model: "graduated", tiers: [] }],
  ["a number where a decimal string belongs", { model: "per_unit", unitPrice: 0.4 }],
  ["an exponent", { model: "per_unit", unitPrice: "4e-1" }],
  ["a package of nothing", { model: "package", packageSize: "0", packagePrice: "1" }],
  ["an unknown field", { model: "flat", amount: "1", currency: "EUR" }],
])("a model with %s does not parse", (_problem, model) => {
  expect(chargeModelSchema.safeParse(model).success).toBe(false);
});
