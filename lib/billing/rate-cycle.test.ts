import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { type CycleContext, needsParking, rateCycle } from "@/lib/billing/rate-cycle";
import type { MeteredCharge } from "@/lib/billing/usage-line";
import { addDays, calendarDate } from "@/lib/core/calendar";
import { currencyOf } from "@/lib/core/currency";
import { decimal } from "@/lib/core/decimal";
import { amountMinor, sumMinor } from "@/lib/core/money";
import type { Recurrence } from "@/lib/core/recurrence";
import { roundToMinor } from "@/lib/core/rounding";
import { explanationAmount, explanationSchema } from "@/lib/invoicing/explanation";

const EUR = currencyOf("EUR");
const MONTHLY: Recurrence = { interval: "month", count: 1 };
const YEARLY: Recurrence = { interval: "year", count: 1 };

const APARTMENTS: MeteredCharge = {
  id: "charge-apartments",
  metric: "apartments",
  unit: "apartment",
  name: { en: "Apartments", el: "Διαμερίσματα" },
  aggregation: "max",
  model: { model: "per_unit", unitPrice: "0.40" },
  included: "500",
  total: "512",
  alreadyBilledQuantity: "0",
  alreadyBilledExact: "0",
  days: [{ day: calendarDate("2026-03-31"), quantity: "512" }],
};

const STORAGE: MeteredCharge = {
  ...APARTMENTS,
  id: "charge-storage",
  metric: "storage",
  unit: "GB",
  name: { en: "Storage", el: "Αποθηκευτικός χώρος" },
  included: "50",
  total: "200.5",
  model: {
    model: "graduated",
    blockSize: "1",
    tiers: [
      { upTo: "100", unitPrice: "0.20", flatFee: "0" },
      { upTo: "500", unitPrice: "0.15", flatFee: "0" },
      { upTo: null, unitPrice: "0.10", flatFee: "0" },
    ],
  },
  days: [],
};

type Changes = Omit<Partial<CycleContext>, "subscription"> & { subscription?: Partial<CycleContext["subscription"]> };

/** Professional, 59 € a month, at the boundary of 1 April 2026. */
function contextWith(changes: Changes = {}): CycleContext {
  return {
    closing: {
      sequence: 3,
      period: { start: calendarDate("2026-03-01"), end: calendarDate("2026-04-01") },
      kind: "regular",
    },
    recurringPrice: { id: "price", unitAmount: "59.00", ...MONTHLY },
    charges: [APARTMENTS, STORAGE],
    tax: { category: "S", rate: "24" },
    discount: null,
    creditBalanceMinor: amountMinor(0),
    ...changes,
    subscription: {
      id: "subscription",
      organizationId: "organization",
      currency: EUR,
      timeZone: "Europe/Athens",
      anchor: calendarDate("2026-01-01"),
      recurrence: MONTHLY,
      quantity: "1",
      status: "active",
      planName: { en: "Professional", el: "Professional" },
      planVersion: 2,
      cancelAtPeriodEnd: false,
      trialEnd: null,
      sequence: 3,
      ...changes.subscription,
    },
  };
}

const yearly = (changes: Changes = {}) =>
  contextWith({
    recurringPrice: { id: "price", unitAmount: "590.00", ...YEARLY },
    ...changes,
    subscription: { recurrence: YEARLY, ...changes.subscription },
  });

const kinds = (context: CycleContext) => rateCycle(context).lineItems.map((line) => line.kind);

describe("a monthly cycle", () => {
  const result = rateCycle(contextWith());

  test("bills the next period in advance and the closed one's usage in arrears", () => {
    expect(
      result.lineItems.map(({ kind, servicePeriod, taxPoint, amountMinor: amount }) => ({
        kind,
        servicePeriod,
        taxPoint,
        amount,
      })),
    ).toEqual([
      {
        kind: "recurring",
        servicePeriod: { start: "2026-04-01", end: "2026-05-01" },
        taxPoint: "2026-04-01",
        amount: 5900,
      },
      { kind: "usage", servicePeriod: { start: "2026-03-01", end: "2026-04-01" }, taxPoint: "2026-03-31", amount: 480 },
      {
        kind: "usage",
        servicePeriod: { start: "2026-03-01", end: "2026-04-01" },
        taxPoint: "2026-03-31",
        amount: 2758,
      },
    ]);
  });

  test("rounds the tax once on the sum", () => {
    expect(result.taxes).toEqual([{ category: "S", rate: "24", baseMinor: 9138, taxMinor: 2193 }]);
    expect(result.totals).toEqual({ subtotalMinor: 9138, taxMinor: 2193, totalMinor: 11331 });
    expect([result.creditAppliedMinor, result.dueMinor]).toEqual([0, 11331]);
  });

  test("opens the next period", () => {
    expect(result.nextPeriod).toEqual({
      sequence: 4,
      period: { start: "2026-04-01", end: "2026-05-01" },
      kind: "regular",
    });
  });

  test("prints what adds up, and tells what was billed of the closed period", () => {
    expect(result.lineItems.map(({ quantity, unitPrice }) => [quantity, unitPrice])).toEqual([
      ["1", "59.00"],
      ["12", "0.40"],
      ["1", "27.58"],
    ]);
    expect(result.lineItems.map(({ description }) => description.el)).toEqual([
      "Πακέτο Professional, μηνιαίο",
      "Διαμερίσματα (περιλαμβάνονται 500)",
      "Αποθηκευτικός χώρος (περιλαμβάνονται 50)",
    ]);
    expect(result.billedUsage).toEqual([
      { chargeId: "charge-apartments", quantity: "512", amountExact: "4.8" },
      { chargeId: "charge-storage", quantity: "200.5", amountExact: "27.575" },
    ]);
  });

  test("keeps explanations that the schema can read back", () => {
    for (const { explanation } of result.lineItems) expect(explanationSchema.parse(explanation)).toEqual(explanation);
  });
});

describe("usage", () => {
  test("within what is included makes no line", () => {
    const within = { ...APARTMENTS, total: "500" };
    expect(kinds(contextWith({ charges: [within] }))).toEqual(["recurring"]);
  });

  test("billed before is billed by the difference only", () => {
    const late = { ...APARTMENTS, alreadyBilledQuantity: "510", alreadyBilledExact: "4" };
    const [, line] = rateCycle(contextWith({ charges: [late] })).lineItems;
    expect(line).toMatchObject({ amountMinor: 80, amountExact: "0.8", quantity: "1", unitPrice: "0.8" });
    expect(line && explanationAmount(line.explanation)).toBe("0.8");
  });

  test("corrected downwards puts the sign on the quantity", () => {
    const corrected = { ...APARTMENTS, alreadyBilledQuantity: "520", alreadyBilledExact: "8" };
    const [, line] = rateCycle(contextWith({ charges: [corrected] })).lineItems;
    expect(line).toMatchObject({ amountMinor: -320, quantity: "-1", unitPrice: "3.2" });
  });

  test("corrected below the whole invoice is left to a person", () => {
    const corrected = { ...APARTMENTS, alreadyBilledQuantity: "900", alreadyBilledExact: "160" };
    expect(() => rateCycle(contextWith({ charges: [corrected] }))).toThrow("negative total");
  });

  test("of a trial is never billed", () => {
    const trial = contextWith({
      closing: {
        sequence: 1,
        period: { start: calendarDate("2026-03-18"), end: calendarDate("2026-04-01") },
        kind: "trial",
      },
      subscription: { anchor: calendarDate("2026-04-01"), status: "trialing", trialEnd: calendarDate("2026-04-01") },
    });
    expect(kinds(trial)).toEqual(["recurring"]);
    expect(rateCycle(trial).nextPeriod?.period).toEqual({ start: "2026-04-01", end: "2026-05-01" });
  });
});

describe("a yearly price", () => {
  test("closes usage each month and is billed at its own boundary only", () => {
    expect(kinds(yearly())).toEqual(["usage", "usage"]);
    expect(rateCycle(yearly()).nextPeriod?.period).toEqual({ start: "2026-04-01", end: "2026-05-01" });

    const closing = {
      sequence: 12,
      period: { start: calendarDate("2026-12-01"), end: calendarDate("2027-01-01") },
      kind: "regular" as const,
    };
    const [line] = rateCycle(yearly({ closing })).lineItems;
    expect(line).toMatchObject({
      kind: "recurring",
      amountMinor: 59000,
      servicePeriod: { start: "2027-01-01", end: "2028-01-01" },
    });
  });

  test("cancelled at its period's end goes on to that end", () => {
    const cancelled = { cancelAtPeriodEnd: true };
    expect(rateCycle(yearly({ subscription: cancelled })).nextPeriod).not.toBeNull();

    const closing = {
      sequence: 12,
      period: { start: calendarDate("2026-12-01"), end: calendarDate("2027-01-01") },
      kind: "regular" as const,
    };
    const last = rateCycle(yearly({ closing, subscription: cancelled }));
    expect(last.nextPeriod).toBeNull();
    expect(last.lineItems.map((line) => line.kind)).toEqual(["usage", "usage"]);
  });
});

test("a cancelled month is closed with its usage and opens nothing", () => {
  const result = rateCycle(contextWith({ subscription: { cancelAtPeriodEnd: true } }));
  expect(result.lineItems.map((line) => line.kind)).toEqual(["usage", "usage"]);
  expect(result.nextPeriod).toBeNull();
});

test("a first charge closes nothing", () => {
  const result = rateCycle(contextWith({ closing: null, subscription: { sequence: 0 } }));
  expect(result.lineItems).toMatchObject([{ kind: "recurring", amountMinor: 5900 }]);
  expect(result.nextPeriod).toEqual({
    sequence: 1,
    period: { start: "2026-01-01", end: "2026-02-01" },
    kind: "regular",
  });
});

test("a first charge off the anchor is a stub over the whole period's days", () => {
  const startsOn = calendarDate("2026-01-11");
  const { lineItems, nextPeriod } = rateCycle(contextWith({ closing: null, subscription: { sequence: 0, startsOn } }));
  expect(lineItems).toMatchObject([{ amountMinor: 3997, quantity: "1", unitPrice: "39.97" }]);
  expect(lineItems[0]?.description.en).toBe("Professional plan, monthly, 21 of 31 days");
  expect(nextPeriod?.period).toEqual({ start: "2026-01-11", end: "2026-02-01" });
});

test("a free plan without usage issues nothing and goes on", () => {
  const free = rateCycle(contextWith({ recurringPrice: null, charges: [{ ...APARTMENTS, total: "0" }] }));
  expect(free.lineItems).toEqual([]);
  expect(free.totals.totalMinor).toBe(0);
  expect(free.nextPeriod?.sequence).toBe(4);
  const zero = { id: "price", unitAmount: "0", ...MONTHLY };
  expect(kinds(contextWith({ recurringPrice: zero, charges: [] }))).toEqual([]);
});

test("credit balance pays without lowering the tax", () => {
  const result = rateCycle(contextWith({ creditBalanceMinor: amountMinor(5000) }));
  expect(result).toMatchObject({ creditAppliedMinor: 5000, dueMinor: 6331, totals: { taxMinor: 2193 } });
  const more = rateCycle(contextWith({ creditBalanceMinor: amountMinor(50_000) }));
  expect(more).toMatchObject({ creditAppliedMinor: 11331, dueMinor: 0 });
});

test("a coupon adds a line for each part it takes, before tax", () => {
  const coupon = {
    code: "HALF",
    name: { en: "Half", el: "Μισή τιμή" },
    appliesTo: null,
    type: "percent" as const,
    percent: "50",
  };
  const result = rateCycle(contextWith({ discount: [coupon] }));
  expect(result.lineItems.map(({ kind, amountMinor: amount }) => [kind, amount])).toEqual([
    ["recurring", 5900],
    ["usage", 480],
    ["usage", 2758],
    ["discount", -2950],
    ["discount", -240],
    ["discount", -1379],
  ]);
  expect(result.totals).toEqual({ subtotalMinor: 4569, taxMinor: 1097, totalMinor: 5666 });
});

test("a price that does not recur as its subscription does is a fault", () => {
  expect(() => rateCycle(contextWith({ recurringPrice: { id: "price", unitAmount: "1", ...YEARLY } }))).toThrow(
    "recur",
  );
});

test("whatever the usage, every part sums to what it is part of", () => {
  const anyTotal = fc
    .integer({ min: 0, max: 5_000_000 })
    .map((thousandths) => decimal(thousandths).div(1000).toFixed());
  const cents = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(anyTotal, anyTotal, cents, (apartments, storage, price) => {
      const result = rateCycle(
        contextWith({
          recurringPrice: { id: "price", unitAmount: decimal(price).div(100).toFixed(), ...MONTHLY },
          charges: [
            { ...APARTMENTS, total: apartments },
            { ...STORAGE, total: storage },
          ],
          creditBalanceMinor: amountMinor(price),
        }),
      );
      for (const line of result.lineItems) {
        expect(explanationAmount(line.explanation)).toBe(line.amountExact);
        expect(roundToMinor(line.amountExact, EUR)).toBe(line.amountMinor);
        expect(roundToMinor(decimal(line.quantity).times(line.unitPrice), EUR)).toBe(line.amountMinor);
        expect(line.amountMinor).not.toBe(0);
      }
      const { totals } = result;
      expect(sumMinor(result.lineItems.map((line) => line.amountMinor))).toBe(totals.subtotalMinor);
      expect(sumMinor(result.taxes.map((row) => row.taxMinor))).toBe(totals.taxMinor);
      expect(totals.subtotalMinor + totals.taxMinor).toBe(totals.totalMinor);
      expect(result.creditAppliedMinor + result.dueMinor).toBe(totals.totalMinor);
    }),
  );
});

test("closed one after another, cycles tile and bill the recurring price for every day once", () => {
  const starts = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(calendarDate("2020-01-01"), days));
  const recurrences = fc.constantFrom<Recurrence>(
    { interval: "week", count: 2 },
    MONTHLY,
    { interval: "quarter", count: 1 },
    { interval: "half_year", count: 1 },
    YEARLY,
  );
  fc.assert(
    fc.property(starts, recurrences, (anchor, recurrence) => {
      const price = { id: "price", unitAmount: "10", ...recurrence };
      let closing: CycleContext["closing"] = null;
      let paidUntil = anchor;
      for (let cycle = 1; cycle <= 40; cycle += 1) {
        const { lineItems, nextPeriod } = rateCycle(
          contextWith({
            closing,
            recurringPrice: price,
            charges: [],
            subscription: { anchor, recurrence, sequence: 0 },
          }),
        );
        expect(nextPeriod).toMatchObject({ sequence: cycle, period: { start: closing?.period.end ?? anchor } });
        for (const line of lineItems) {
          expect([line.servicePeriod.start, line.amountMinor]).toEqual([paidUntil, 1000]);
          paidUntil = line.servicePeriod.end;
        }
        closing = nextPeriod;
        expect(closing && closing.period.end <= paidUntil).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test("a jump above ten times the average and above 500 € waits for a person", () => {
  const average = amountMinor(6000);
  expect(needsParking({ totalMinor: amountMinor(60_000), trailingAverageMinor: average })).toBe(false);
  expect(needsParking({ totalMinor: amountMinor(60_001), trailingAverageMinor: average })).toBe(true);
  expect(needsParking({ totalMinor: amountMinor(50_000), trailingAverageMinor: amountMinor(1) })).toBe(false);
  expect(needsParking({ totalMinor: amountMinor(999_999), trailingAverageMinor: null })).toBe(false);
});
