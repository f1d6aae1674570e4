import "server-only";
import { sql } from "drizzle-orm";
import { platformTransaction } from "@/db/transaction";
import type { OutboxPayload, OutboxTopic } from "@/lib/outbox/outbox-message";

/** A message handed to its handler. It comes at least once: whatever the handler does must be repeatable. */
export type ClaimedMessage = {
  id: string;
  organizationId: string | null;
  topic: OutboxTopic;
  aggregateId: string;
  payload: OutboxPayload;
  /** This try included. Also fences the claim: who comes back after another try has begun changes nothing. */
  attemptCount: number;
};

type Row = {
  id: string;
  organization_id: string | null;
  topic: OutboxTopic;
  aggregate_id: string;
  payload: OutboxPayload;
  attempt_count: number;
};

/** Longer than any handler takes; a worker that died gives its messages back after it. */
const LEASE_SECONDS = 120;

/**
 * Takes up to `count` messages that are due, each the first pending one of its aggregate, for a lease. Workers at the same time
 * skip each other's.
 */
export async function claimOutbox(filter: {
  count: number;
  organizationId: string | undefined;
}): Promise<ClaimedMessage[]> {
  const ofOrganization =
    filter.organizationId === undefined ? sql`` : sql`and m.organization_id = ${filter.organizationId}`;
  const rows = await platformTransaction((tx) =>
    tx.execute<Row>(sql`
      with due as (
        select m.id
        from outbox_message m
        where m.status = 'pending' and m.available_at <= now() and (m.locked_until is null or m.locked_until < now())
          ${ofOrganization}
          and not exists (
            select 1 from outbox_message e
            where e.aggregate_id = m.aggregate_id and e.status = 'pending' and e.position < m.position
          )
        order by m.available_at, m.position
        limit ${filter.count}
        for update of m skip locked
      )
      update outbox_message m
      set locked_until = now() + make_interval(secs => ${LEASE_SECONDS}), attempt_count = m.attempt_count + 1
      from due
      where m.id = due.id
      returning m.id, m.organization_id, m.topic, m.aggregate_id, m.payload, m.attempt_count`),
  );
  return rows.map((row) => ({
    id: row.id,
    organizationId: row.organization_id,
    topic: row.topic,
    aggregateId: row.aggregate_id,
    payload: row.payload,
    attemptCount: row.attempt_count,
  }));
}
