import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCatalogues } from "@/db/seed/load-catalogues";
import { loadIssuers } from "@/db/seed/load-issuers";
import { platformTransaction } from "@/db/transaction";
import { adminCustomers } from "@/lib/analytics/queries/admin-customers";
import { adminCustomerPage } from "@/lib/analytics/queries/admin-customer-page";
import { adminOverview } from "@/lib/analytics/queries/admin-overview";
import { adminSubscriptions } from "@/lib/analytics/queries/admin-subscriptions";
import { adminAudit } from "@/lib/audit/queries/admin-audit";
import type { UserActor } from "@/lib/auth/actor";
import { closeDueBillingCycles } from "@/lib/billing/services/close-due-billing-cycles";
import { adminInvoices } from "@/lib/invoicing/queries/admin-invoices";
import { deskScope } from "@/lib/organizations/queries/desk-scope";
import { adminJobs } from "@/lib/outbox/queries/admin-jobs";
import { adminOutbox } from "@/lib/outbox/queries/admin-outbox";
import { deskAttention } from "@/lib/outbox/queries/desk-attention";
import { adminInvoicePage } from "@/lib/payments/queries/admin-invoice-page";
import { adminOpenAttempts } from "@/lib/payments/queries/admin-open-attempts";
import { adminWebhooks } from "@/lib/payments/queries/admin-webhooks";
import { seedDueSubscriptions } from "@/lib/testing/seed-due-subscriptions";

const CUSTOMERS = 12;
const NOW = new Date("2026-02-10T09:00:00Z");
const sql = postgres(process.env["DATABASE_URL"] ?? "", { max: 2, onnotice: () => undefined });

const admin: UserActor = {
  kind: "user",
  userId: "01900000-0000-7000-8000-000000000001",
  sessionId: "01900000-0000-7000-8000-000000000002",
  name: "Desk",
  email: "desk@example.gr",
  isSuperAdmin: true,
  organizationId: null,
  role: null,
  ipAddress: null,
};
const page = { page: 1, pageSize: 25, sort: undefined, query: "" };

beforeAll(async () => {
  await loadCatalogues();
  await platformTransaction(loadIssuers);
  await seedDueSubscriptions(sql, CUSTOMERS);
  await closeDueBillingCycles({
    now: new Date("2026-02-01T06:00:00Z"),
    limit: 50,
    scope: { testClockId: null },
    actor: { kind: "cron" },
    timeLeft: () => true,
  });
});
afterAll(() => sql.end());

describe("the overview", () => {
  it("shows what the rows say, and its parts sum to its wholes", async () => {
    const scope = await deskScope(admin, undefined);
    expect(scope).toEqual({ mode: "live", hasLive: true, timeZone: "Europe/Athens" });

    const overview = await adminOverview(admin, { scope, currency: undefined, now: NOW });
    expect(overview).toMatchObject({ currency: "EUR", payingCustomers: CUSTOMERS, mrrMinor: 2900 * CUSTOMERS });
    expect(overview.arrMinor).toBe(12 * overview.mrrMinor);
    expect(overview.plans.reduce((sum, plan) => sum + plan.mrrMinor, 0)).toBe(overview.mrrMinor);
    expect(overview.issued.count).toBe(CUSTOMERS);
    expect(overview.open.count).toBe(CUSTOMERS);

    const [issued] = await sql`select sum(subtotal_minor)::int as net, sum(total_minor)::int as total from invoice`;
    expect(overview.issued.amountMinor).toBe(issued?.["net"]);
    expect(overview.open.amountMinor).toBe(issued?.["total"]);
    const month = overview.invoiced.at(-1);
    expect(month?.netMinor).toBe(issued?.["net"]);
    expect(month?.recurringMinor).toBe(2900 * CUSTOMERS);
    expect((month?.usageMinor ?? 0) > 0).toBe(true);
  });

  it("derives the same MRR from the invoices: from the month they bill, not before", async () => {
    const scope = await deskScope(admin, "live");
    const { mrr, mrrMinor } = await adminOverview(admin, { scope, currency: "EUR", now: NOW });
    expect(mrr).toHaveLength(14);
    expect(mrr.at(-1)?.mrrMinor).toBe(mrrMinor);
    expect(mrr.at(-2)?.mrrMinor).toBe(0);
  });

  it("keeps live and test apart", async () => {
    const scope = await deskScope(admin, "test");
    const overview = await adminOverview(admin, { scope, currency: undefined, now: NOW });
    expect(overview).toMatchObject({ payingCustomers: 0, mrrMinor: 0, open: { count: 0 }, issued: { count: 0 } });
  });
});

describe("the lists", () => {
  it("page, search and total the invoices over all pages", async () => {
    const list = await adminInvoices(admin, { ...page, mode: "live", pageSize: 5 });
    expect(list.rows).toHaveLength(5);
    expect(list.rowCount).toBe(CUSTOMERS);
    const [sum] = await sql`select sum(total_minor)::int as total from invoice`;
    expect(list.totals).toEqual([{ currency: "EUR", totalMinor: sum?.["total"], owedMinor: sum?.["total"] }]);

    const found = await adminInvoices(admin, { ...page, mode: "live", query: "organization 12" });
    expect(found.rows.map((row) => row.organizationName)).toEqual(["Organization 12"]);
    expect((await adminInvoices(admin, { ...page, mode: "live", status: "paid" })).rowCount).toBe(0);
  });

  it("show each customer with plan, value and debt, in the order asked for", async () => {
    const list = await adminCustomers(admin, { ...page, mode: "live", sort: { id: "owed", descending: true } });
    expect(list.rowCount).toBe(CUSTOMERS);
    const owed = list.rows.map((row) => row.owedMinor);
    expect(owed).toEqual(owed.toSorted((a, b) => b - a));
    expect(new Set(list.rows.map((row) => row.mrrMinor))).toEqual(new Set([2900]));
    expect((await adminCustomers(admin, { ...page, mode: "live", planKey: "enterprise" })).rowCount).toBe(0);
  });

  it("show the parked among the subscriptions, with the reason", async () => {
    await sql`update subscription set parked_at = now(), parked_reason = 'Too much.' where id = (select id from subscription order by id limit 1)`;
    const list = await adminSubscriptions(admin, { ...page, mode: "live", status: "parked" });
    expect(list).toMatchObject({ rowCount: 1, parkedCount: 1 });
    expect(list.rows[0]?.parked?.reason).toBe("Too much.");
    expect(await deskAttention(admin)).toEqual({ parkedSubscriptions: 1, deadMessages: 0, unknownPayments: 0 });
  });
});

describe("the details", () => {
  it("show an invoice whose entries sum to zero, and a customer with all of theirs", async () => {
    const { rows } = await adminInvoices(admin, { ...page, mode: "live" });
    const found = await adminInvoicePage(admin, rows[0]?.id ?? "");
    expect(found?.lines.length).toBeGreaterThan(1);
    expect(found?.entries).toHaveLength(1);
    for (const entry of found?.entries ?? []) {
      expect(entry.lines.reduce((sum, line) => sum + line.amountMinor, 0)).toBe(0);
    }
    expect(found?.events.map((event) => event.action)).toEqual(["invoice.issued"]);

    const customer = await adminCustomerPage(admin, rows[0]?.organizationId ?? "");
    expect(customer).toMatchObject({ invoiceCount: 1, invoices: [{ id: rows[0]?.id }] });
  });

  it("are null for ids of nothing", async () => {
    expect(await adminInvoicePage(admin, admin.userId)).toBeNull();
    expect(await adminCustomerPage(admin, admin.userId)).toBeNull();
  });
});

describe("the system", () => {
  it("shows what waits, by kind and as a list", async () => {
    const outbox = await adminOutbox(admin, { page: 1, pageSize: 5 });
    expect(outbox.backlog).toMatchObject([{ topic: "invoice.issued", status: "pending", count: CUSTOMERS }]);
    expect(outbox.backlog[0]?.oldestAt).toBeInstanceOf(Date);
    expect(outbox).toMatchObject({ rowCount: CUSTOMERS });

    expect(await adminJobs(admin, { page: 1, pageSize: 5, failedOnly: false, now: NOW })).toMatchObject({
      rowCount: 0,
    });
    expect(await adminWebhooks(admin, { page: 1, pageSize: 5, waitingOnly: true })).toMatchObject({ waiting: 0 });
    expect(await adminOpenAttempts(admin, { page: 1, pageSize: 5 })).toEqual({ rows: [], rowCount: 0 });
    const audit = await adminAudit(admin, { filter: { subject: "invoice" }, page: 1, pageSize: 5 });
    expect(audit.rowCount).toBe(CUSTOMERS);
    expect(audit.subjects).toEqual(expect.arrayContaining(["billing_cycle", "invoice"]));
  });
});

it("nobody else sees the desk, whichever query they reach", async () => {
  const other: UserActor = { ...admin, isSuperAdmin: false };
  const scope = { mode: "live", hasLive: true, timeZone: "Europe/Athens" } as const;
  const asked = [
    adminOverview(other, { scope, currency: undefined, now: NOW }),
    adminInvoices(other, { ...page, mode: "live" }),
    adminCustomers(other, { ...page, mode: "live" }),
    adminOutbox(other, { page: 1, pageSize: 5 }),
    adminAudit(other, { filter: {}, page: 1, pageSize: 5 }),
  ];
  for (const one of asked) await expect(one).rejects.toMatchObject({ code: "not_found" });
});
