import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";

import { subscription } from "@/db/schema/billing";
import { testClock } from "@/db/schema/organizations";
import { loadCatalogues } from "@/db/seed/load-catalogues";
import { loadIssuers } from "@/db/seed/load-issuers";
import { platformTransaction } from "@/db/transaction";
import { runProcess } from "@/e2e/engine/killed-process";
import { type Provider, saveCard, startProvider } from "@/e2e/engine/real-provider";
import type { OrganizationActor } from "@/lib/auth/actor";
import { closeDueBillingCycles } from "@/lib/billing/services/close-due-billing-cycles";
import { startSubscription } from "@/lib/billing/services/start-subscription";
import { createApartments } from "@/lib/buildings/services/create-apartments";
import { createBuilding } from "@/lib/buildings/services/create-building";
import { publicPlanVersions } from "@/lib/catalog/queries/public-plans";
import { createTestClock } from "@/lib/organizations/services/create-test-clock";
import { requestClockAdvance } from "@/lib/organizations/services/request-clock-advance";
import { sampleOrganization } from "@/lib/testing/sample-organization";
import { runClockAdvance } from "@/lib/workflows/services/run-clock-advance";
import { startOnSessionPayment } from "@/lib/workflows/services/start-on-session-payment";
import { refreshPaymentAttempt } from "@/lib/workflows/services/refresh-payment-attempt";

const START = new Date("2026-03-10T08:00:00Z");
/** Past one boundary of the subscriptions, which began on 10 March. */
const A_MONTH_LATER = new Date("2026-04-10T09:00:00Z");
const CUSTOMERS = 3;
const KILLS = 8;

const MODULE = new URL("./advance-process.ts", import.meta.url);
let provider: Provider;
let testClockId: string;
const customers: OrganizationActor[] = [];

beforeAll(async () => {
  provider = await startProvider();
  await loadCatalogues();
  await platformTransaction(loadIssuers);
  testClockId = await platformTransaction((tx) =>
    createTestClock(tx, { name: "Lived", startsAt: START, followsRealTime: false, actor: { kind: "system" } }),
  );
  for (let n = 0; n < CUSTOMERS; n += 1) customers.push(await subscribed());
});
afterAll(() => provider.stop());

/** A customer on Starter, paid for on-session, with more apartments than it includes. */
async function subscribed(): Promise<OrganizationActor> {
  const { organizationId, actor } = await sampleOrganization({ testClockId });
  const plans = await platformTransaction((tx) => publicPlanVersions(tx, "new-concierge"));
  const starter = plans.find((plan) => plan.planKey === "starter");
  if (!starter) throw new Error("the catalogue has no plan starter");
  const { draftInvoiceId } = await startSubscription({
    organizationId,
    actor,
    wallClock: START,
    choice: { planVersionId: starter.id, interval: "month", withTrial: false },
  });
  const payment = await startOnSessionPayment({ actor, invoiceId: draftInvoiceId ?? "" });
  const intentId = payment.clientSecret.slice(0, payment.clientSecret.indexOf("_secret_"));
  await provider.stripe.paymentIntents.confirm(intentId, { payment_method: "pm_card_visa" });
  await refreshPaymentAttempt({ actor, attemptId: payment.attemptId });
  await saveCard(provider, actor);

  const place = { addressLine: "Ermou 7", postalCode: "10563", city: "Athens" };
  const building = await createBuilding({ actor, now: START, input: { name: "Ermou 7", plate: "7", ...place } });
  const input = { buildingId: building.id, kind: "flat" as const, fromFloor: 1, toFloor: 13, perFloor: 5 };
  await createApartments({ actor, now: START, input });
  return actor;
}

/** Everything the month left behind, as one value: any row more or changed shows. */
async function books(): Promise<unknown> {
  const tables = ["invoice", "invoice_line", "journal_entry", "journal_line", "billing_period", "payment_attempt"];
  const counted = [...tables, "outbox_message", "mail_message", "stored_file", "audit_event", "metric_snapshot"];
  return platformTransaction(async (tx) => {
    const rows: Record<string, unknown> = {};
    for (const table of counted) {
      const digest = sql.raw(
        `select count(*)::int as n, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as h from ${table} t`,
      );
      [rows[table]] = await tx.execute(digest);
    }
    return rows;
  });
}

async function chargesOf(customer: OrganizationActor): Promise<number[]> {
  const found: number[] = [];
  for await (const charge of provider.stripe.charges.list({ limit: 100 })) {
    if (charge.metadata["organization_id"] === customer.organizationId) found.unshift(charge.amount_captured);
  }
  return found;
}

const clockNow = async () => {
  const [row] = await platformTransaction((tx) => tx.select().from(testClock).where(eq(testClock.id, testClockId)));
  return row;
};

it(`lives a month once, killed ${KILLS} times on the way`, { timeout: 240_000 }, async () => {
  await requestClockAdvance({ testClockId, target: A_MONTH_LATER, actor: { kind: "system" } });
  for (let kill = 0; kill < KILLS; kill += 1) {
    await runProcess(MODULE, { args: [testClockId], killAfter: 100 + Math.random() * 900 });
    await letLeasesLapse();
  }
  expect((await runProcess(MODULE, { args: [testClockId] })).code).toBe(0);
  expect(await clockNow()).toMatchObject({ status: "ready", nowAt: A_MONTH_LATER });

  const invoices = await platformTransaction((tx) =>
    tx.execute<{ organization_id: string; kind: string; status: string; total_minor: number; lines: number }>(sql`
      select organization_id, kind, status, total_minor::int,
        (select count(*)::int from invoice_line l where l.invoice_id = i.id) as lines
      from invoice i order by organization_id, issued_at`),
  );
  for (const customer of customers) {
    const own = invoices.filter((row) => row.organization_id === customer.organizationId);
    expect(own).toHaveLength(2);
    expect(own.every(({ status }) => status === "paid")).toBe(true);
    expect(own[1]?.total_minor).toBeGreaterThan(own[0]?.total_minor ?? 0);
    expect(await chargesOf(customer)).toEqual(own.map((row) => row.total_minor));
  }
  const [sums] = await platformTransaction((tx) =>
    tx.execute(sql`select
      (select coalesce(sum(amount_minor), 0)::int from journal_line) as ledger,
      (select coalesce(sum(amount_minor), 0)::int from journal_line where account = 'receivable') as receivable,
      (select array_agg(series_sequence order by series_sequence) from invoice) as numbers`),
  );
  expect(sums).toMatchObject({ ledger: 0, receivable: 0, numbers: invoices.map((_, index) => index + 1) });
});

it("lived a second time changes nothing", async () => {
  const before = await books();
  const wallClock = () => new Date();

  await expect(
    requestClockAdvance({ testClockId, target: A_MONTH_LATER, actor: { kind: "system" } }),
  ).rejects.toMatchObject({ code: "invalid_input" });
  expect(await runClockAdvance({ testClockId, wallClock, timeLeft: () => true })).toMatchObject({ stops: 0 });

  // A crash that lost the clock's hands, but not what they did: the same month once more, from its first day.
  await platformTransaction((tx) =>
    tx
      .update(testClock)
      .set({ status: "advancing", nowAt: START, targetAt: A_MONTH_LATER })
      .where(eq(testClock.id, testClockId)),
  );
  expect(await runClockAdvance({ testClockId, wallClock, timeLeft: () => true })).toMatchObject({
    reachedTarget: true,
  });
  const closing = { now: A_MONTH_LATER, limit: 100, scope: { testClockId }, timeLeft: () => true };
  await closeDueBillingCycles({ ...closing, actor: { kind: "clock" } });

  expect(await books()).toEqual(before);
  for (const customer of customers) expect(await chargesOf(customer)).toHaveLength(2);
  const living = await platformTransaction((tx) =>
    tx.select({ status: subscription.status, sequence: subscription.currentSequence }).from(subscription),
  );
  expect(living).toEqual(customers.map(() => ({ status: "active", sequence: 2 })));
});

/** What a minute does: the claims and leases of the killed lapse. */
const letLeasesLapse = () =>
  platformTransaction(async (tx) => {
    await tx.execute(sql`update outbox_message set locked_until = null, available_at = now() where status = 'pending'`);
    await tx.execute(
      sql`update test_clock set lease_until = now() - interval '1 second' where lease_until is not null`,
    );
  });
