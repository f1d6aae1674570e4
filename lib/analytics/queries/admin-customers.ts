import "server-only";
import { and, asc, count, eq, isNotNull, sql, type SQL } from "drizzle-orm";
import { containsFolded } from "@/db/folded-text";
import { plan } from "@/db/schema/catalog";
import { invoice } from "@/db/schema/invoicing";
import { organization, testClock } from "@/db/schema/organizations";
import type { Executor } from "@/db/transaction";
import { heldSubscription, monthlyValue, monthlyValueSql } from "@/lib/analytics/queries/held-subscription";
import type { UserActor } from "@/lib/auth/actor";
import { adminRead } from "@/lib/auth/queries/admin-read";
import type { SubscriptionStatus } from "@/lib/billing/subscription";
import { type Currency, currencyOf } from "@/lib/core/currency";
import type { Localized } from "@/lib/core/locale";
import { type AmountMinor, amountMinor } from "@/lib/core/money";
import type { OrganizationMode } from "@/lib/organizations/organization";

export const ADMIN_CUSTOMER_SORTS = ["name", "plan", "since", "mrr", "owed"] as const;

export type AdminCustomerList = {
  mode: OrganizationMode;
  page: number;
  pageSize: number;
  sort: { id: string; descending: boolean } | undefined;
  /** Part of a name, a legal name, an e-mail address or a VAT id. */
  query: string;
  planKey?: string | undefined;
  status?: SubscriptionStatus | undefined;
  testClockId?: string | undefined;
};

export type AdminCustomerRow = {
  id: string;
  name: string;
  billingEmail: string;
  clock: { id: string; name: string } | null;
  timeZone: string;
  planName: Localized | null;
  status: SubscriptionStatus | null;
  isParked: boolean;
  subscribedAt: Date | null;
  currency: Currency;
  mrrMinor: AmountMinor;
  owedMinor: AmountMinor;
};

export type AdminCustomers = {
  rows: AdminCustomerRow[];
  rowCount: number;
  plans: { key: string; name: Localized }[];
  clocks: { id: string; name: string }[];
};

const FALLBACK_CURRENCY = "EUR";

/** The organizations, a page of them, each with the subscription it has or had last. */
export async function adminCustomers(actor: UserActor, list: AdminCustomerList): Promise<AdminCustomers> {
  return adminRead(actor, async (tx) => ({
    ...(await pageOf(tx, list)),
    plans: await tx.select({ key: plan.key, name: plan.name }).from(plan).orderBy(plan.catalogKey, plan.position),
    clocks: await tx
      .selectDistinct({ id: testClock.id, name: testClock.name })
      .from(testClock)
      .innerJoin(organization, eq(organization.testClockId, testClock.id))
      .where(and(isNotNull(organization.testClockId), eq(organization.mode, list.mode)))
      .orderBy(testClock.name),
  }));
}

async function pageOf(tx: Executor, list: AdminCustomerList) {
  const held = heldSubscription(tx);
  const owed = sql<string>`coalesce((
    select sum(i.total_minor - i.credited_minor - i.credit_applied_minor - i.amount_paid_minor)
    from ${invoice} i where i.organization_id = ${organization}.id and i.status = 'open'), 0)`;
  const sorted = {
    name: organization.name,
    plan: held.planKey,
    since: held.startedAt,
    owed,
    mrr: monthlyValueSql({
      status: sql`${held.status}`,
      unitAmount: sql`${held.unitAmount}`,
      quantity: sql`${held.quantity}`,
      interval: sql`${held.interval}`,
      intervalCount: sql`${held.intervalCount}`,
    }),
  };
  const column = sorted[ADMIN_CUSTOMER_SORTS.find((known) => known === list.sort?.id) ?? "name"];
  const where: SQL | undefined = and(
    eq(organization.mode, list.mode),
    list.planKey ? eq(held.planKey, list.planKey) : undefined,
    list.status ? eq(held.status, list.status) : undefined,
    list.testClockId ? eq(organization.testClockId, list.testClockId) : undefined,
    containsFolded(
      [organization.name, organization.legalName, organization.billingEmail, sql`coalesce(${organization.vatId}, '')`],
      list.query,
    ),
  );

  const rows = await tx
    .select({
      id: organization.id,
      name: organization.name,
      billingEmail: organization.billingEmail,
      timeZone: organization.timeZone,
      clockId: testClock.id,
      clockName: testClock.name,
      owed,
      planName: held.planName,
      status: held.status,
      parkedAt: held.parkedAt,
      subscribedAt: held.startedAt,
      currency: held.currency,
      quantity: held.quantity,
      unitAmount: held.unitAmount,
      interval: held.interval,
      intervalCount: held.intervalCount,
    })
    .from(organization)
    .leftJoinLateral(held, sql`true`)
    .leftJoin(testClock, eq(testClock.id, organization.testClockId))
    .where(where)
    .orderBy(
      list.sort?.descending ? sql`${column} desc nulls last` : sql`${column} asc nulls last`,
      asc(organization.id),
    )
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize);
  const [all] = await tx
    .select({ rows: count() })
    .from(organization)
    .leftJoinLateral(held, sql`true`)
    .where(where);
  return { rows: rows.map(rowView), rowCount: all?.rows ?? 0 };
}

type Row = Parameters<typeof monthlyValue>[0] & {
  id: string;
  name: string;
  billingEmail: string;
  timeZone: string;
  clockId: string | null;
  clockName: string | null;
  owed: string;
  planName: Localized | null;
  parkedAt: Date | null;
  subscribedAt: Date | null;
};

function rowView(row: Row): AdminCustomerRow {
  return {
    id: row.id,
    name: row.name,
    billingEmail: row.billingEmail,
    clock: row.clockId && row.clockName ? { id: row.clockId, name: row.clockName } : null,
    timeZone: row.timeZone,
    planName: row.planName,
    status: row.status,
    isParked: row.parkedAt !== null,
    subscribedAt: row.subscribedAt,
    currency: currencyOf(row.currency ?? FALLBACK_CURRENCY),
    mrrMinor: monthlyValue(row),
    owedMinor: amountMinor(Number(row.owed)),
  };
}
