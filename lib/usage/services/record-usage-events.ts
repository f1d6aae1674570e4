import "server-only";
import { createHash } from "node:crypto";
import { inArray } from "drizzle-orm";
import { metric } from "@/db/schema/catalog";
import type { Executor } from "@/db/transaction";
import type { Aggregation } from "@/lib/catalog/metric";
import { canonicalJson } from "@/lib/core/canonical-json";
import { decimal, toDecimalString } from "@/lib/core/decimal";
import { AppError } from "@/lib/core/errors";
import {
  conflictingEventId,
  insertUsageEventKeys,
  type UsageEventKey,
} from "@/lib/usage/services/insert-usage-event-keys";
import { addToUsageDays, insertUsageEvents } from "@/lib/usage/services/insert-usage-events";
import { isRolledUp, rollUpByDay, type UsageEvent } from "@/lib/usage/usage-event";

export type RecordedUsage = { accepted: number; duplicates: number };

type Keyed = UsageEventKey & { event: UsageEvent };

/**
 * Takes events of one organization, each once however often it is sent. The keys go in first; only what they return goes on to
 * the events and, summed in memory and sorted, to the day roll-ups, which are locked last and shortly. All or nothing.
 * @throws AppError event_conflict for an id that came before with other content, invalid_input for a metric that is unknown or
 * not counted from events
 */
export async function recordUsageEvents(
  tx: Executor,
  batch: { organizationId: string; timeZone: string; events: readonly UsageEvent[] },
): Promise<RecordedUsage> {
  const { organizationId, timeZone, events } = batch;
  if (events.length === 0) return { accepted: 0, duplicates: 0 };
  const aggregations = await countedMetrics(tx, events);
  const distinct = distinctEvents(events);

  const claimed = await insertUsageEventKeys(tx, organizationId, distinct);
  const fresh = new Set(claimed.map(keyOf));
  const repeated = distinct.filter((entry) => !fresh.has(keyOf(entry)));
  const conflicting = repeated.length > 0 ? await conflictingEventId(tx, organizationId, repeated) : null;
  if (conflicting !== null) throw conflict(conflicting);

  const accepted = distinct.filter((entry) => fresh.has(keyOf(entry))).map(({ event }) => event);
  if (accepted.length > 0) {
    await insertUsageEvents(tx, organizationId, accepted);
    await addToUsageDays(tx, organizationId, rollUpByDay(accepted, { timeZone, aggregations }));
  }
  return { accepted: accepted.length, duplicates: events.length - accepted.length };
}

async function countedMetrics(tx: Executor, events: readonly UsageEvent[]): Promise<Map<string, Aggregation>> {
  const keys = [...new Set(events.map(({ metricKey }) => metricKey))];
  const rows = await tx.select().from(metric).where(inArray(metric.key, keys));
  const counted = rows.filter(({ kind, aggregation }) => kind === "counted" && isRolledUp(aggregation));
  const known = new Map(counted.map(({ key, aggregation }) => [key, aggregation]));

  const unknown = events.findIndex(({ metricKey }) => !known.has(metricKey));
  if (unknown >= 0) {
    throw new AppError("invalid_input", { fieldErrors: { [`events.${unknown}.metricKey`]: ["invalid_choice"] } });
  }
  return known;
}

function conflict(eventId: string): AppError {
  return new AppError("event_conflict", { message: `event ${eventId} came before otherwise`, params: { eventId } });
}

/** The events that differ by key, in its order. */
function distinctEvents(events: readonly UsageEvent[]): Keyed[] {
  const byKey = new Map<string, Keyed>();
  for (const event of events) {
    const { metricKey, eventId } = event;
    const key = keyOf(event);
    const payloadHash = hashOf(event);
    const same = byKey.get(key);
    if (same && same.payloadHash !== payloadHash) throw conflict(eventId);
    byKey.set(key, same ?? { event, metricKey, eventId, payloadHash });
  }
  return [...byKey.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

function keyOf({ metricKey, eventId }: { metricKey: string; eventId: string }): string {
  return `${metricKey} ${eventId}`;
}

/** What makes two events the same: all that was said, however the number or the time was written. */
function hashOf({ occurredAt, quantity, userId, resource, properties }: UsageEvent): string {
  const amount = toDecimalString(decimal(quantity));
  const payload = canonicalJson({
    occurredAt: occurredAt.toISOString(),
    quantity: amount,
    userId,
    resource,
    properties,
  });
  return createHash("sha256").update(payload).digest("base64url");
}
