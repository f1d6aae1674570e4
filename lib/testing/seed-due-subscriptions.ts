import type postgres from "postgres";

/**
 * Fills an empty, migrated database with organizations whose first month ends on 2026-02-01 in Athens: each with a
 * recurring price, apartments and API calls above what its plan includes, so that each closes with three lines.
 */
export async function seedDueSubscriptions(sql: postgres.Sql, count: number): Promise<void> {
  await sql.begin(async (tx) => {
    const [offer] = await tx<{ version: string; price: string }[]>`
      select v.id as version, p.id as price from plan_version v join plan on plan.id = v.plan_id join price p on p.plan_version_id = v.id
      where plan.key = 'starter' and p.interval = 'month' order by v.version desc limit 1`;
    if (!offer) throw new Error("the catalogue is not loaded");

    await tx`create temporary table bench on commit drop as
      select n, gen_random_uuid() as org, gen_random_uuid() as account, gen_random_uuid() as sub from generate_series(1, ${count}::int) n`;
    await tx`insert into organization (id, name, slug, mode, time_zone, locale, legal_name, vat_id, country, address_line, postal_code, city, billing_email)
      select org, 'Organization ' || n, 'bench-' || n, 'live', 'Europe/Athens', 'el', 'Organization ' || n || ' A.E.', null, 'GR', 'Street ' || n, '10500', 'Athens', 'bench-' || n || '@example.test' from bench`;
    await tx`insert into billing_account (id, organization_id, currency, credit_balance_minor) select account, org, 'EUR', 0 from bench`;
    await tx`insert into subscription (id, organization_id, billing_account_id, plan_version_id, price_id, status, currency, time_zone, quantity, interval, interval_count, anchor, started_at, current_sequence, next_boundary_at)
      select sub, org, account, ${offer.version}, ${offer.price}, 'active', 'EUR', 'Europe/Athens', 1, 'month', 1, '2026-01-01', '2025-12-31T22:00:00Z', 1, '2026-01-31T22:00:00Z' from bench`;
    await tx`insert into billing_period (id, organization_id, subscription_id, sequence, kind, starts_on, ends_on, starts_at, ends_at)
      select gen_random_uuid(), org, sub, 1, 'regular', '2026-01-01', '2026-02-01', '2025-12-31T22:00:00Z', '2026-01-31T22:00:00Z' from bench`;
    await tx`insert into metric_snapshot (organization_id, metric_key, day, quantity, taken_at)
      select org, 'apartments', d::date, 40 + (n % 60) + extract(day from d)::int, d from bench, generate_series('2026-01-01'::timestamptz, '2026-01-31'::timestamptz, '1 day') d`;
    await tx`insert into usage_day (organization_id, metric_key, day, quantity, event_count)
      select org, 'api_calls', d::date, 400 + (n % 37), 10 from bench, generate_series('2026-01-01'::timestamptz, '2026-01-31'::timestamptz, '1 day') d`;
  });
  await sql`analyze`;
}
