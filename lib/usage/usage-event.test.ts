import { describe, expect, it } from "vitest";

import type { Aggregation } from "@/lib/catalog/metric";
import { rollUpByDay, type UsageEvent, usageEventSchema } from "@/lib/usage/usage-event";

const ATHENS = "Europe/Athens";

function event(occurredAt: string, quantity: string, metricKey = "calls"): UsageEvent {
  return { metricKey, eventId: occurredAt, occurredAt: new Date(occurredAt), quantity };
}

function rollUp(events: UsageEvent[], aggregation: Aggregation) {
  const aggregations = new Map([
    ["calls", aggregation],
    ["agents", aggregation],
  ]);
  return rollUpByDay(events, { timeZone: ATHENS, aggregations });
}

describe("rollUpByDay", () => {
  const events = [
    event("2026-03-28T22:30:00Z", "0.1"),
    event("2026-03-28T21:59:59Z", "0.2"),
    event("2026-03-28T10:00:00Z", "0.1"),
  ];

  it("adds exactly, by the day on the organization's own calendar", () => {
    expect(rollUp(events, "sum")).toEqual([
      { metricKey: "calls", day: "2026-03-28", quantity: "0.3", eventCount: 2 },
      { metricKey: "calls", day: "2026-03-29", quantity: "0.1", eventCount: 1 },
    ]);
  });

  it("counts events and keeps the highest where the metric asks for that", () => {
    expect(rollUp(events, "count").map(({ quantity }) => quantity)).toEqual(["2", "1"]);
    expect(rollUp(events, "max").map(({ quantity }) => quantity)).toEqual(["0.2", "0.1"]);
  });

  it("comes sorted by metric and day", () => {
    const mixed = [event("2026-03-02T10:00:00Z", "1"), event("2026-03-01T10:00:00Z", "1", "agents"), ...events];
    const keys = rollUp(mixed, "sum").map(({ metricKey, day }) => `${metricKey} ${day}`);
    expect(keys).toEqual(keys.toSorted());
  });

  it("refuses an aggregation that days cannot give", () => {
    expect(() => rollUp(events, "unique")).toThrow("not rolled up");
  });
});

describe("usageEventSchema", () => {
  const good = { metricKey: "calls", eventId: "e1", occurredAt: new Date("2026-03-01T00:00:00Z") };

  it("takes one when no quantity is said", () => {
    expect(usageEventSchema.parse(good).quantity).toBe("1");
  });

  it.each([{ quantity: "1e3" }, { quantity: "" }, { eventId: "" }, { userId: "x" }, { extra: 1 }])(
    "refuses %j",
    (wrong) => {
      expect(usageEventSchema.safeParse({ ...good, ...wrong }).success).toBe(false);
    },
  );
});
