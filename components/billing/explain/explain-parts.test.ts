import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/core/calendar";
import { amountMinor } from "@/lib/core/money";
import type { ExplanationOf } from "@/lib/invoicing/explanation";
import { moneyParts } from "./money-parts";
import { dailyLevels, riseOf } from "./usage-levels";

const usage = (over: Partial<ExplanationOf<"usage">>): ExplanationOf<"usage"> => ({
  kind: "usage",
  planName: { en: "Professional", el: "Professional" },
  planVersion: 1,
  metric: "apartments",
  unit: "apartment",
  aggregation: "max",
  model: "per_unit",
  properties: { model: "per_unit", unitPrice: "0.40" },
  total: "523",
  included: "500",
  billable: "23",
  alreadyBilled: { quantity: "0", amount: "0" },
  steps: [],
  window: { start: calendarDate("2026-11-01"), end: calendarDate("2026-12-01") },
  ...over,
});
const day = (date: string, quantity: string) => ({ day: calendarDate(date), quantity });

describe("the days of a window", () => {
  it("keep a measured level until it changes, and find the day it rose", () => {
    const levels = dailyLevels(usage({ days: [day("2026-11-01", "498"), day("2026-11-03", "523")] }));
    expect(levels.map(({ level }) => level)).toEqual(["498", "498", "523"]);
    expect(riseOf(levels, "500")).toEqual({ day: "2026-11-03", before: "498" });
    expect(riseOf(levels, "523")).toBeNull();
  });

  it("add up a sum", () => {
    const days = [day("2026-11-01", "40"), day("2026-11-03", "2.5")];
    expect(dailyLevels(usage({ aggregation: "sum", days })).map(({ level }) => level)).toEqual(["40", "40", "42.5"]);
  });

  it("have no day before the first", () => {
    const levels = dailyLevels(usage({ days: [day("2026-11-01", "519")] }));
    expect(riseOf(levels, "500")).toEqual({ day: "2026-11-01", before: null });
    expect(dailyLevels(usage({}))).toEqual([]);
  });
});

describe("the parts of an amount", () => {
  const whole = { currency: "EUR" as const, locale: "en" as const, words: { rounded: "Rounded", inAll: "In all" } };

  it("are the line itself when there is one", () => {
    expect(moneyParts([{ label: "Over", amount: "9.20" }], { ...whole, amountMinor: amountMinor(920) })).toEqual([
      { label: "Over", value: "€9.20", strong: true },
    ]);
  });

  it("sum to it, with what rounding gave or took as a part", () => {
    const parts = [
      { label: "First", amount: "20" },
      { label: "Then", amount: "1.125" },
    ];
    expect(moneyParts(parts, { ...whole, amountMinor: amountMinor(2113) })).toEqual([
      { label: "First", value: "€20.00" },
      { label: "Then", value: "€1.125" },
      { label: "Rounded", value: "€0.005" },
      { label: "In all", value: "€21.13", strong: true },
    ]);
  });
});
