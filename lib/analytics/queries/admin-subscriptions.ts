import "server-only";
import { and, asc, count, eq, isNotNull, sql, type SQL } from "drizzle-orm";
import { containsFolded } from "@/db/folded-text";
import { subscription } from "@/db/schema/billing";
import { plan, planVersion, price } from "@/db/schema/catalog";
import { organization } from "@/db/schema/organizations";
import type { Executor } from "@/db/transaction";
import { monthlyValue, monthlyValueSql } from "@/lib/analytics/queries/held-subscription";
import type { UserActor } from "@/lib/auth/actor";
import { adminRead } from "@/lib/auth/queries/admin-read";
import type { SubscriptionStatus } from "@/lib/billing/subscription";
import type { CalendarDate, Interval } from "@/lib/core/calendar";
import { type Currency, currencyOf } from "@/lib/core/currency";
import type { Localized } from "@/lib/core/locale";
import type { AmountMinor } from "@/lib/core/money";
import type { OrganizationMode } from "@/lib/organizations/organization";

export const ADMIN_SUBSCRIPTION_SORTS = ["customer", "plan", "started", "next", "mrr"] as const;

export type AdminSubscriptionList = {
  mode: OrganizationMode;
  page: number;
  pageSize: number;
  sort: { id: string; descending: boolean } | undefined;
  query: string;
  /** A status, or those set aside for a person whatever their status. */
  status?: SubscriptionStatus | "parked" | undefined;
  planKey?: string | undefined;
};

export type AdminSubscriptionRow = {
  id: string;
  organizationId: string;
  organizationName: string;
  timeZone: string;
  planName: Localized;
  planVersion: number;
  interval: Interval;
  unitAmount: string | null;
  currency: Currency;
  status: SubscriptionStatus;
  startedAt: Date;
  nextBoundaryAt: Date | null;
  trialEnd: CalendarDate | null;
  cancelAtPeriodEnd: boolean;
  /** Set aside by the engine, and why; a person has to look. */
  parked: { at: Date; reason: string } | null;
  mrrMinor: AmountMinor;
};

export type AdminSubscriptions = {
  rows: AdminSubscriptionRow[];
  rowCount: number;
  plans: { key: string; name: Localized }[];
  /** How many wait for a person, whatever is filtered. */
  parkedCount: number;
};

/** The subscriptions there are and were, a page of them. */
export async function adminSubscriptions(actor: UserActor, list: AdminSubscriptionList): Promise<AdminSubscriptions> {
  return adminRead(actor, async (tx) => {
    const [parked] = await tx
      .select({ rows: count() })
      .from(subscription)
      .innerJoin(organization, eq(organization.id, subscription.organizationId))
      .where(and(eq(organization.mode, list.mode), isNotNull(subscription.parkedAt)));
    return {
      ...(await pageOf(tx, list)),
      plans: await tx.select({ key: plan.key, name: plan.name }).from(plan).orderBy(plan.catalogKey, plan.position),
      parkedCount: parked?.rows ?? 0,
    };
  });
}

const SORTED_BY = {
  customer: sql`${organization.name}`,
  plan: sql`${plan.position}`,
  started: sql`${subscription.startedAt}`,
  next: sql`${subscription.nextBoundaryAt}`,
  mrr: monthlyValueSql({
    status: sql`${subscription.status}`,
    unitAmount: sql`${price.unitAmount}`,
    quantity: sql`${subscription.quantity}`,
    interval: sql`${price.interval}`,
    intervalCount: sql`${price.intervalCount}`,
  }),
};

function matching(list: AdminSubscriptionList): SQL | undefined {
  const { status } = list;
  return and(
    eq(organization.mode, list.mode),
    status === "parked" ? isNotNull(subscription.parkedAt) : status ? eq(subscription.status, status) : undefined,
    list.planKey ? eq(plan.key, list.planKey) : undefined,
    containsFolded([organization.name, organization.billingEmail], list.query),
  );
}

async function pageOf(tx: Executor, list: AdminSubscriptionList) {
  const column = SORTED_BY[ADMIN_SUBSCRIPTION_SORTS.find((known) => known === list.sort?.id) ?? "started"];
  const rows = await tx
    .select({
      held: subscription,
      organizationName: organization.name,
      planName: plan.name,
      planVersion: planVersion.version,
      unitAmount: price.unitAmount,
      interval: price.interval,
      intervalCount: price.intervalCount,
    })
    .from(subscription)
    .innerJoin(organization, eq(organization.id, subscription.organizationId))
    .innerJoin(planVersion, eq(planVersion.id, subscription.planVersionId))
    .innerJoin(plan, eq(plan.id, planVersion.planId))
    .leftJoin(price, eq(price.id, subscription.priceId))
    .where(matching(list))
    .orderBy(
      list.sort?.descending === false ? sql`${column} asc nulls last` : sql`${column} desc nulls last`,
      asc(subscription.id),
    )
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize);
  const [all] = await tx
    .select({ rows: count() })
    .from(subscription)
    .innerJoin(organization, eq(organization.id, subscription.organizationId))
    .innerJoin(planVersion, eq(planVersion.id, subscription.planVersionId))
    .innerJoin(plan, eq(plan.id, planVersion.planId))
    .where(matching(list));

  return {
    rowCount: all?.rows ?? 0,
    rows: rows.map(({ held, ...row }): AdminSubscriptionRow => ({
      id: held.id,
      organizationId: held.organizationId,
      organizationName: row.organizationName,
      timeZone: held.timeZone,
      planName: row.planName,
      planVersion: row.planVersion,
      interval: held.interval,
      unitAmount: row.unitAmount,
      currency: currencyOf(held.currency),
      status: held.status,
      startedAt: held.startedAt,
      nextBoundaryAt: held.nextBoundaryAt,
      trialEnd: held.trialEnd,
      cancelAtPeriodEnd: held.cancelAtPeriodEnd,
      parked: held.parkedAt ? { at: held.parkedAt, reason: held.parkedReason ?? "" } : null,
      mrrMinor: monthlyValue({ ...row, status: held.status, currency: held.currency, quantity: held.quantity }),
    })),
  };
}
