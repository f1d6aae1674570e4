import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";

import { usageDay, usageEvent } from "@/db/schema/usage";
import { loadCatalogues } from "@/db/seed/load-catalogues";
import { organizationTransaction, platformTransaction } from "@/db/transaction";
import { calendarDate } from "@/lib/core/calendar";
import { sampleOrganization } from "@/lib/testing/sample-organization";
import { usageKey, usageTotals } from "@/lib/usage/queries/usage-totals";
import { ensureUsagePartitions } from "@/lib/usage/services/ensure-usage-partitions";
import { recordUsageEvents } from "@/lib/usage/services/record-usage-events";
import type { UsageEvent } from "@/lib/usage/usage-event";

const TIME_ZONE = "Europe/Athens";

function event(eventId: string, occurredAt: string, more: Partial<UsageEvent> = {}): UsageEvent {
  return { metricKey: "api_calls", eventId, occurredAt: new Date(occurredAt), quantity: "1", ...more };
}

function record(organizationId: string, events: UsageEvent[]) {
  return organizationTransaction(organizationId, (tx) =>
    recordUsageEvents(tx, { organizationId, timeZone: TIME_ZONE, events }),
  );
}

const daysOf = (organizationId: string) =>
  platformTransaction((tx) =>
    tx
      .select({
        metric: usageDay.metricKey,
        day: usageDay.day,
        quantity: usageDay.quantity,
        events: usageDay.eventCount,
      })
      .from(usageDay)
      .where(eq(usageDay.organizationId, organizationId))
      .orderBy(usageDay.metricKey, usageDay.day),
  );

describe("recordUsageEvents", () => {
  beforeAll(async () => {
    await loadCatalogues({ keys: ["new-concierge", "call-center"] });
  });

  it("takes each event once, in the batch and across batches, however its quantity is written", async () => {
    const { organizationId } = await sampleOrganization();
    const first = event("a", "2026-03-01T10:00:00Z", { quantity: "2.50", properties: { from: "x", to: ["y"] } });
    const same = { ...first, quantity: "2.5", properties: { to: ["y"], from: "x" } };
    const second = event("b", "2026-03-01T11:00:00Z");

    expect(await record(organizationId, [first, second, same])).toEqual({ accepted: 2, duplicates: 1 });
    expect(await record(organizationId, [same, second])).toEqual({ accepted: 0, duplicates: 2 });
    expect(await daysOf(organizationId)).toEqual([
      { metric: "api_calls", day: "2026-03-01", quantity: "3.5", events: "2" },
    ]);
  });

  it.each([
    ["quantity", { quantity: "2" }],
    ["time", { occurredAt: new Date("2026-03-01T10:00:00.001Z") }],
    ["resource", { resource: "flat" }],
  ])("refuses an id that came before with another %s, and takes nothing of its batch", async (_what, change) => {
    const { organizationId } = await sampleOrganization();
    const known = event("a", "2026-03-01T10:00:00Z");
    await record(organizationId, [known]);

    const batch = [event("new", "2026-03-02T10:00:00Z"), { ...known, ...change }];
    await expect(record(organizationId, batch)).rejects.toMatchObject({
      code: "event_conflict",
      params: { eventId: "a" },
    });
    const [day, ...others] = await daysOf(organizationId);
    expect([day?.quantity, others]).toEqual(["1", []]);
  });

  it("refuses a metric that is unknown or measured by us", async () => {
    const { organizationId } = await sampleOrganization();
    for (const metricKey of ["unknown", "buildings"]) {
      await expect(record(organizationId, [event("a", "2026-03-01T10:00:00Z", { metricKey })])).rejects.toMatchObject({
        code: "invalid_input",
      });
    }
  });

  it("keeps the same id of two organizations apart", async () => {
    const [one, two] = [await sampleOrganization(), await sampleOrganization()];
    for (const { organizationId } of [one, two]) {
      expect(await record(organizationId, [event("a", "2026-03-01T10:00:00Z")])).toEqual({
        accepted: 1,
        duplicates: 0,
      });
    }
  });

  it("counts each once when many send overlapping batches at once", async () => {
    const { organizationId } = await sampleOrganization();
    const all = Array.from({ length: 200 }, (_, at) => event(`e${at}`, `2026-03-0${(at % 5) + 1}T10:00:00Z`));
    const batches = Array.from({ length: 8 }, (_, at) => all.slice(at * 20, at * 20 + 60).toReversed());

    const results = await Promise.all(batches.map((batch) => record(organizationId, batch)));
    expect(results.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(200);
    const days = await daysOf(organizationId);
    expect(days.reduce((sum, { quantity }) => sum + Number(quantity), 0)).toBe(200);
    const events = await platformTransaction((tx) =>
      tx.select({ id: usageEvent.id }).from(usageEvent).where(eq(usageEvent.organizationId, organizationId)),
    );
    expect(events).toHaveLength(200);
  });

  it("makes partitions ahead of time, twice without harm", async () => {
    await ensureUsagePartitions({ now: new Date("2031-12-05T00:00:00Z") });
    await ensureUsagePartitions({ now: new Date("2031-12-06T00:00:00Z") });
    const { organizationId } = await sampleOrganization();
    expect(await record(organizationId, [event("a", "2032-01-15T10:00:00Z")])).toMatchObject({ accepted: 1 });
  });
});

describe("usageTotals", () => {
  it("totals many organizations by their own months, with the days they come from", async () => {
    const [one, two] = [await sampleOrganization(), await sampleOrganization()];
    await record(one.organizationId, [
      event("1", "2026-01-31T21:59:59Z", { quantity: "5" }),
      event("2", "2026-01-31T22:00:00Z", { quantity: "7" }),
      event("3", "2026-02-28T21:59:59Z", { quantity: "0.50" }),
      event("4", "2026-02-28T22:00:00Z", { quantity: "100" }),
      event("5", "2026-02-10T10:00:00Z", { metricKey: "ai_agents", quantity: "2" }),
      event("6", "2026-02-11T10:00:00Z", { metricKey: "ai_agents", quantity: "4" }),
      event("7", "2026-02-11T11:00:00Z", { metricKey: "ai_agents", quantity: "3" }),
    ]);
    await record(two.organizationId, [event("1", "2026-02-10T10:00:00Z", { quantity: "9" })]);

    const [january, february, march] = ["2026-01-01", "2026-02-01", "2026-03-01"].map(calendarDate);
    if (!january || !february || !march) throw new Error("dates");
    const windows = [
      { organizationId: one.organizationId, start: january, end: february },
      { organizationId: one.organizationId, start: february, end: march },
      { organizationId: two.organizationId, start: february, end: march },
    ];
    const totals = await platformTransaction((tx) => usageTotals(tx, { windows }));

    expect(totals.get(usageKey(one.organizationId, "api_calls", january))?.total).toBe("5");
    expect(totals.get(usageKey(one.organizationId, "api_calls", february))).toEqual({
      total: "7.5",
      days: [
        { day: "2026-02-01", quantity: "7" },
        { day: "2026-02-28", quantity: "0.5" },
      ],
    });
    expect(totals.get(usageKey(one.organizationId, "ai_agents", february))?.total).toBe("4");
    expect(totals.get(usageKey(two.organizationId, "api_calls", february))?.total).toBe("9");
    expect(totals.size).toBe(4);

    const narrowed = await platformTransaction((tx) => usageTotals(tx, { windows, metrics: ["ai_agents"] }));
    expect([...narrowed.keys()]).toEqual([usageKey(one.organizationId, "ai_agents", february)]);
    const seen = await organizationTransaction(two.organizationId, (tx) => usageTotals(tx, { windows }));
    expect([...seen.keys()]).toEqual([usageKey(two.organizationId, "api_calls", february)]);
  });
});
