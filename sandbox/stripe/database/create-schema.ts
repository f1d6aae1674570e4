import type { Sql } from "@/sandbox/stripe/database/connect";

/** Any number that no other lock of this database uses. */
const SCHEMA_LOCK = 7_305_808_869_231_650;

const DDL = `
create schema if not exists sandbox_stripe;

create table if not exists sandbox_stripe.objects (
  seq bigint generated always as identity,
  id text primary key,
  type text not null,
  created bigint not null,
  data jsonb not null,
  internal jsonb not null default '{}',
  customer text generated always as (data ->> 'customer') stored,
  payment_intent text generated always as (data ->> 'payment_intent') stored,
  charge text generated always as (data ->> 'charge') stored
);
create index if not exists objects_by_type on sandbox_stripe.objects (type, seq);
create index if not exists objects_by_customer on sandbox_stripe.objects (customer, type, seq) where customer is not null;
create index if not exists objects_by_payment_intent on sandbox_stripe.objects (payment_intent, type, seq)
  where payment_intent is not null;
create index if not exists objects_by_charge on sandbox_stripe.objects (charge, type, seq) where charge is not null;

create table if not exists sandbox_stripe.events (
  seq bigint generated always as identity,
  id text primary key,
  type text not null,
  created bigint not null,
  data jsonb not null
);
create unique index if not exists events_by_seq on sandbox_stripe.events (seq);
create index if not exists events_by_type on sandbox_stripe.events (type, seq);

create table if not exists sandbox_stripe.deliveries (
  event_id text not null,
  endpoint_id text not null,
  status text not null default 'pending' check (status in ('pending', 'succeeded', 'exhausted')),
  attempt_count integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_status integer,
  last_error text,
  primary key (event_id, endpoint_id)
);
create index if not exists deliveries_due on sandbox_stripe.deliveries (next_attempt_at) where status = 'pending';

create table if not exists sandbox_stripe.idempotency_keys (
  scope text not null,
  key text not null,
  endpoint text not null,
  params_hash text not null,
  status integer not null,
  body text not null,
  request_id text not null,
  created_at timestamptz not null default now(),
  primary key (scope, key)
);

create table if not exists sandbox_stripe.jobs (
  id bigint generated always as identity primary key,
  kind text not null,
  object_id text not null,
  run_at timestamptz not null
);
create index if not exists jobs_due on sandbox_stripe.jobs (run_at);

create table if not exists sandbox_stripe.faults (
  id bigint generated always as identity primary key,
  method text,
  path text,
  mode text not null,
  remaining integer not null,
  delay_ms integer not null
);
`;

/**
 * Creates what is missing of the sandbox's own schema; several workers may start at once. Old idempotency keys go: Stripe
 * keeps them for at least a day.
 */
export async function createSchema(sql: Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${SCHEMA_LOCK}::bigint)`;
    await tx.unsafe(DDL);
    await tx`delete from sandbox_stripe.idempotency_keys where created_at < now() - interval '7 days'`;
  });
}
