import postgres from "postgres";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogues } from "@/db/seed/load-catalogues";
import { loadIssuers } from "@/db/seed/load-issuers";
import { platformTransaction } from "@/db/transaction";
import { closeDueBillingCycles } from "@/lib/billing/services/close-due-billing-cycles";
import { expectClosedOnce } from "@/lib/testing/expect-closed-once";
import { seedDueSubscriptions } from "@/lib/testing/seed-due-subscriptions";

const NOW = new Date("2026-02-01T06:00:00Z");
const sql = postgres(process.env["DATABASE_URL"] ?? "", { max: 2, onnotice: () => undefined });

const run = (now = NOW, limit = 50) =>
  closeDueBillingCycles({
    now,
    limit,
    scope: { testClockId: null },
    actor: { kind: "cron" },
    timeLeft: () => true,
  });

beforeEach(async () => {
  await sql`truncate organization, plan, metric, issuer cascade`;
  await sql`truncate audit_event, outbox_message, document_counter`;
  await loadCatalogues();
  await platformTransaction(loadIssuers);
});
afterAll(() => sql.end());

describe("closing due billing cycles", () => {
  it("closes each of 500 once when two runs are at it together, and a third changes nothing", async () => {
    await seedDueSubscriptions(sql, 500);

    const [first, second] = await Promise.all([run(), run()]);
    expect(first.processed + second.processed).toBe(500);
    expect(Math.min(first.processed, second.processed)).toBeGreaterThan(0);
    await expectClosedOnce(sql, 500);

    expect(await run()).toMatchObject({ processed: 0, failed: 0 });
    await expectClosedOnce(sql, 500);
  });

  it("closes missed months one at a time, in order, dated by their own periods", async () => {
    await seedDueSubscriptions(sql, 3);

    const report = await run(new Date("2026-05-03T06:00:00Z"));
    expect(report).toMatchObject({ processed: 12, failed: 0 });
    expect(report.lagSeconds).toBeGreaterThan(90 * 86_400);

    const periods = await sql`
      select sequence, starts_on::text, ends_on::text, count(*)::int from billing_period group by 1, 2, 3 order by 1`;
    expect(periods.map((row) => ({ ...row }))).toEqual([
      { sequence: 1, starts_on: "2026-01-01", ends_on: "2026-02-01", count: 3 },
      { sequence: 2, starts_on: "2026-02-01", ends_on: "2026-03-01", count: 3 },
      { sequence: 3, starts_on: "2026-03-01", ends_on: "2026-04-01", count: 3 },
      { sequence: 4, starts_on: "2026-04-01", ends_on: "2026-05-01", count: 3 },
      { sequence: 5, starts_on: "2026-05-01", ends_on: "2026-06-01", count: 3 },
    ]);
  });

  it("never closes more than twelve cycles of one subscription in a run", async () => {
    await seedDueSubscriptions(sql, 3);

    // One account a batch: those that have had their share must not keep the others out.
    expect(await run(new Date("2028-01-01T06:00:00Z"), 1)).toMatchObject({ processed: 36 });
    expect(await run(new Date("2028-01-01T06:00:00Z"), 1)).toMatchObject({ processed: 36 });
    expect(await run(new Date("2028-01-01T06:00:00Z"), 1)).toMatchObject({ processed: 0 });
  });

  it("parks the one that cannot be computed, with its reason, and closes the rest", async () => {
    await seedDueSubscriptions(sql, 20);
    await sql`update organization set country = 'XX' where slug = 'bench-7'`;

    expect(await run()).toMatchObject({ processed: 19, failed: 1 });
    const parked =
      await sql`select parked_reason, o.slug from subscription s join organization o on o.id = s.organization_id where parked_at is not null`;
    expect(parked.map((row) => ({ ...row }))).toEqual([
      { slug: "bench-7", parked_reason: expect.stringContaining("tax_unavailable") },
    ]);
    await sql`update organization set country = 'GR' where slug = 'bench-7'`;
    await sql`update subscription set parked_at = null`;
    await run();
    await expectClosedOnce(sql, 20);
  });

  it("halves a batch whose statement fails until the culprit stands alone", async () => {
    await seedDueSubscriptions(sql, 16);
    // The next period of one subscription is there already: the insert of the whole batch fails on its unique key.
    await sql`insert into billing_period (id, organization_id, subscription_id, sequence, kind, starts_on, ends_on, starts_at, ends_at)
      select gen_random_uuid(), s.organization_id, s.id, 2, 'regular', '2026-02-01', '2026-03-01', now(), now()
      from subscription s join organization o on o.id = s.organization_id where o.slug = 'bench-5'`;

    expect(await run()).toMatchObject({ processed: 15, failed: 1 });
    const [numbers] = await sql`select count(*)::int as n, max(series_sequence)::int as last from invoice`;
    expect({ ...numbers }).toEqual({ n: 15, last: 15 });
  });

  it("parks an amount out of all proportion to those before", async () => {
    await seedDueSubscriptions(sql, 2);
    await run();
    await sql`insert into usage_day (organization_id, metric_key, day, quantity, event_count)
      select id, 'api_calls', '2026-02-10', 900000000, 1 from organization where slug = 'bench-1'`;

    expect(await run(new Date("2026-03-02T06:00:00Z"))).toMatchObject({ processed: 1, failed: 1 });
  });

  it("bills nothing to those who live by a test clock", async () => {
    await seedDueSubscriptions(sql, 2);
    await sql`insert into test_clock (id, name, now_at) values (gen_random_uuid(), 'held', '2026-01-15')`;
    await sql`update subscription set test_clock_id = (select id from test_clock limit 1)`;

    expect(await run()).toMatchObject({ processed: 0, failed: 0, lagSeconds: 0 });
  });
});
