import type { Sql } from "@/sandbox/stripe/database/connect";
import { postJson, type PostResult } from "@/sandbox/stripe/events/post-json";
import { signatureHeader } from "@/sandbox/stripe/events/signature";

type Delivery = {
  event_id: string;
  endpoint_id: string;
  attempt_count: number;
  event: object;
  pending: number;
  url: string | null;
  secret: string | null;
};

/** A worker that dies in an attempt leaves it to others after this time. */
const LEASE_S = 30;
const ATTEMPT_TIMEOUT_MS = 15_000;
const BATCH = 50;

/**
 * Claims what is due, delivers it, and says how many there were. A delivery that is not answered 2xx is tried again after
 * the delay for its attempt; after the last it is exhausted. Redirects count as failures, as at Stripe.
 */
export async function deliverDue(sql: Sql, options: { retryDelaysMs: readonly number[] }): Promise<number> {
  const claimed = await claimDue(sql);
  if (claimed.length === 0) return 0;

  const outcomes = await Promise.all(claimed.map((delivery) => deliver(delivery, options.retryDelaysMs)));
  await sql`
    update sandbox_stripe.deliveries d
    set status = r.status, last_status = r.last_status, last_error = r.last_error,
      next_attempt_at = now() + r.delay_ms * interval '1 millisecond'
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::text::jsonb) as r(
      event_id text, endpoint_id text, attempt_count integer, status text, last_status integer, last_error text, delay_ms integer)
    where d.event_id = r.event_id and d.endpoint_id = r.endpoint_id and d.attempt_count = r.attempt_count`;

  return claimed.length;
}

async function claimDue(sql: Sql): Promise<Delivery[]> {
  return sql<Delivery[]>`
    with due as (
      select event_id, endpoint_id from sandbox_stripe.deliveries
      where status = 'pending' and next_attempt_at <= now()
      order by next_attempt_at limit ${BATCH} for update skip locked
    ), claimed as (
      update sandbox_stripe.deliveries d
      set attempt_count = attempt_count + 1, next_attempt_at = now() + ${LEASE_S} * interval '1 second'
      from due where d.event_id = due.event_id and d.endpoint_id = due.endpoint_id
      returning d.event_id, d.endpoint_id, d.attempt_count
    )
    select c.*, e.data as event, w.data ->> 'url' as url, w.internal ->> 'secret' as secret,
      (select count(*)::integer from sandbox_stripe.deliveries o where o.event_id = c.event_id and o.status <> 'succeeded')
        as pending
    from claimed c
    join sandbox_stripe.events e on e.id = c.event_id
    left join sandbox_stripe.objects w on w.id = c.endpoint_id
    order by e.seq`;
}

async function deliver(delivery: Delivery, retryDelaysMs: readonly number[]): Promise<object> {
  const { event_id, endpoint_id, attempt_count } = delivery;
  const result = await attempt(delivery);
  const isDelivered = result.status !== null && result.status >= 200 && result.status < 300;
  const delayMs = retryDelaysMs[attempt_count - 1];

  return {
    event_id,
    endpoint_id,
    attempt_count,
    status: isDelivered ? "succeeded" : delayMs === undefined ? "exhausted" : "pending",
    last_status: result.status,
    last_error: result.error,
    delay_ms: delayMs ?? 0,
  };
}

async function attempt(delivery: Delivery): Promise<PostResult> {
  if (delivery.url === null || delivery.secret === null) return { status: null, error: "the endpoint was deleted" };
  const body = JSON.stringify({ ...delivery.event, pending_webhooks: delivery.pending });
  const nowS = Math.floor(Date.now() / 1000);

  return postJson(delivery.url, {
    body,
    timeoutMs: ATTEMPT_TIMEOUT_MS,
    headers: { "Stripe-Signature": signatureHeader(body, { secret: delivery.secret, nowS }) },
  });
}

/** Puts an event back in the queue of every enabled endpoint, also where it was already delivered. */
export async function resendEvent(sql: Sql, eventId: string): Promise<number> {
  const queued = await sql`
    insert into sandbox_stripe.deliveries (event_id, endpoint_id)
    select e.id, w.id from sandbox_stripe.events e
    join sandbox_stripe.objects w on w.type = 'webhook_endpoint' and w.data ->> 'status' = 'enabled'
    where e.id = ${eventId}
    on conflict (event_id, endpoint_id) do update
      set status = 'pending', attempt_count = 0, next_attempt_at = now(), last_status = null, last_error = null`;

  return queued.count;
}
