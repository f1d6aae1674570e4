import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCatalogues } from "@/db/seed/load-catalogues";
import { loadIssuers } from "@/db/seed/load-issuers";
import { platformTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth/actor";
import { cancelSubscription } from "@/lib/billing/services/cancel-subscription";
import { closeDueBillingCycles } from "@/lib/billing/services/close-due-billing-cycles";
import { completeFirstPayment } from "@/lib/billing/services/complete-first-payment";
import { expireIncompleteSubscriptions } from "@/lib/billing/services/expire-incomplete-subscriptions";
import { remindEndingTrials } from "@/lib/billing/services/remind-ending-trials";
import { startSubscription } from "@/lib/billing/services/start-subscription";
import type { Interval } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import { amountMinor } from "@/lib/core/money";
import { registerOrganization } from "@/lib/organizations/services/register-organization";

const START = new Date("2026-01-31T10:00:00Z");
const SYSTEM: Actor = { kind: "system" };
const CRON = { scope: { testClockId: null }, actor: { kind: "cron" } } as const;
const sql = postgres(process.env["DATABASE_URL"] ?? "", { max: 2, onnotice: () => undefined });

let count = 0;
async function newOrganization(): Promise<string> {
  count += 1;
  const slug = `starter-${count}`;
  const registered = await platformTransaction((tx) =>
    registerOrganization(tx, {
      registration: {
        name: slug,
        slug,
        legalName: slug,
        vatId: null,
        country: "GR",
        addressLine: "1",
        postalCode: "10000",
        city: "Athens",
        timeZone: "Europe/Athens",
        locale: "en",
        owner: { name: "Owner", email: `${slug}@example.test`, passwordHash: null },
      },
      testClockId: null,
      mode: "test",
      actor: SYSTEM,
      wallClock: START,
    }),
  );
  return registered.organizationId;
}

async function start(organizationId: string, plan: string, choice: { interval?: Interval; withTrial?: boolean } = {}) {
  const [version] = await sql<{ id: string }[]>`
    select v.id from plan_version v join plan p on p.id = v.plan_id where p.key = ${plan} and p.catalog_key = 'new-concierge'`;
  return startSubscription({
    organizationId,
    actor: SYSTEM,
    wallClock: START,
    choice: {
      planVersionId: version?.id ?? newId(),
      interval: choice.interval ?? "month",
      withTrial: choice.withTrial ?? false,
    },
  });
}

async function giveCard(organizationId: string): Promise<void> {
  await sql`insert into payment_method (id, organization_id, provider, provider_payment_method_id, kind, is_default)
    values (${newId()}, ${organizationId}, 'stripe', ${newId()}, 'card', true)`;
}

async function subscriptionRow(organizationId: string) {
  const [row] = await sql`
    select status, anchor::text, next_boundary_at, current_sequence from subscription where organization_id = ${organizationId}`;
  return row && { ...row };
}

const close = (now: string) => closeDueBillingCycles({ ...CRON, now: new Date(now), limit: 50, timeLeft: () => true });

beforeAll(async () => {
  await loadCatalogues();
  await platformTransaction(loadIssuers);
});
afterAll(() => sql.end());

describe("starting a subscription", () => {
  it("makes Free active at once, without a document, and never a zero invoice after", async () => {
    const id = await newOrganization();
    expect(await start(id, "free")).toMatchObject({ status: "active", draftInvoiceId: null });

    await close("2026-03-01T00:00:00Z");
    expect(await subscriptionRow(id)).toMatchObject({ status: "active", current_sequence: 2 });
    expect(await sql`select id from invoice where organization_id = ${id}`).toHaveLength(0);
  });

  it("drafts a first invoice without a number, and issues it as paid once", async () => {
    const id = await newOrganization();
    const { draftInvoiceId, status } = await start(id, "starter");
    expect(status).toBe("incomplete");
    const [draft] =
      await sql`select status, number, total_minor::int as total from invoice where id = ${draftInvoiceId}`;
    expect({ ...draft }).toEqual({ status: "draft", number: null, total: 3596 });
    expect(await sql`select id from organization_limit where organization_id = ${id}`).toHaveLength(0);

    const paid = {
      invoiceId: draftInvoiceId ?? "",
      attemptId: newId(),
      amountMinor: amountMinor(3596),
      now: START,
      actor: SYSTEM,
    };
    await platformTransaction((tx) => completeFirstPayment(tx, paid));
    await expect(platformTransaction((tx) => completeFirstPayment(tx, paid))).rejects.toMatchObject({
      code: "not_found",
    });

    const [issued] = await sql`select status, number, issue_date::text from invoice where id = ${draftInvoiceId}`;
    expect({ ...issued }).toEqual({ status: "paid", number: "TEST-2026-000001", issue_date: "2026-01-31" });
    // 31 January is clamped to the end of February, and comes back in March.
    expect(await subscriptionRow(id)).toMatchObject({ status: "active", anchor: "2026-01-31" });
    const [period] = await sql`select starts_on::text, ends_on::text from billing_period where organization_id = ${id}`;
    expect({ ...period }).toEqual({ starts_on: "2026-01-31", ends_on: "2026-02-28" });
    const [ledger] =
      await sql`select sum(amount_minor)::int as sum, count(*)::int as lines from journal_line where organization_id = ${id}`;
    expect({ ...ledger }).toEqual({ sum: 0, lines: 5 });
  });

  it("drops a first payment that is not made within 23 hours", async () => {
    const id = await newOrganization();
    await start(id, "starter");
    const due = (hours: number) => ({ ...CRON, now: new Date(START.getTime() + hours * 3_600_000) });

    expect(await expireIncompleteSubscriptions(due(22))).toBe(0);
    expect(await expireIncompleteSubscriptions(due(24))).toBe(1);
    expect(await subscriptionRow(id)).toMatchObject({ status: "expired" });
    expect(await start(id, "professional")).toMatchObject({ status: "incomplete" });
  });

  it("owes nothing in a trial, reminds once, and converts with a payment method at the trial's end", async () => {
    const id = await newOrganization();
    expect(await start(id, "starter", { withTrial: true })).toMatchObject({ status: "trialing", draftInvoiceId: null });
    expect(await subscriptionRow(id)).toMatchObject({ anchor: "2026-02-14" });
    await giveCard(id);

    const soon = { ...CRON, now: new Date("2026-02-11T12:00:00Z") };
    expect([await remindEndingTrials(soon), await remindEndingTrials(soon)]).toEqual([1, 0]);
    await close("2026-02-14T01:00:00Z");
    expect(await subscriptionRow(id)).toMatchObject({ status: "active", current_sequence: 2 });
    const [invoice] = await sql`select status, total_minor::int as total from invoice where organization_id = ${id}`;
    expect({ ...invoice }).toEqual({ status: "open", total: 3596 });
  });

  it("pauses a trial that ends without a way to pay", async () => {
    const id = await newOrganization();
    await start(id, "starter", { withTrial: true });

    await close("2026-02-14T01:00:00Z");
    expect(await subscriptionRow(id)).toMatchObject({ status: "paused", next_boundary_at: null });
    expect(await sql`select id from invoice where organization_id = ${id}`).toHaveLength(0);
  });

  it("ends at the period's end when cancelled, can be undone until then, and bills the last usage", async () => {
    const id = await newOrganization();
    await start(id, "starter", { withTrial: true });
    await giveCard(id);
    await close("2026-02-14T01:00:00Z");
    const [held] = await sql<{ id: string }[]>`select id from subscription where organization_id = ${id}`;
    const change = { organizationId: id, subscriptionId: held?.id ?? "", actor: SYSTEM, wallClock: START };

    await cancelSubscription({ ...change, cancellation: { reason: "other", comment: "" } });
    await cancelSubscription({ ...change, cancellation: null });
    await cancelSubscription({ ...change, cancellation: { reason: "too_expensive", comment: "" } });
    await sql`insert into usage_day (organization_id, metric_key, day, quantity, event_count) values (${id}, 'api_calls', '2026-02-20', 12001, 1)`;
    await close("2026-03-14T01:00:00Z");

    expect(await subscriptionRow(id)).toMatchObject({ status: "canceled", next_boundary_at: null });
    const [last] =
      await sql`select subtotal_minor::int as net from invoice where organization_id = ${id} order by series_sequence desc limit 1`;
    expect(last?.["net"]).toBe(150);
    expect(await sql`select id from organization_limit where organization_id = ${id}`).toHaveLength(0);
  });

  it("refuses a second living subscription, also at the same moment, and a plan that is not sold", async () => {
    const id = await newOrganization();
    const both = await Promise.allSettled([start(id, "starter"), start(id, "professional")]);
    expect(both.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    await expect(start(id, "free")).rejects.toMatchObject({ code: "already_exists" });
    await expect(start(await newOrganization(), "nothing")).rejects.toMatchObject({ code: "not_found" });
  });
});
