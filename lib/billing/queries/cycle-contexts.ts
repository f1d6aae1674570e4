import "server-only";
import { and, eq, inArray, isNotNull, isNull, lte } from "drizzle-orm";
import { billedUsage, billingAccount, billingPeriod, subscription } from "@/db/schema/billing";
import { charge, metric, plan, planVersion, price } from "@/db/schema/catalog";
import { issuer } from "@/db/schema/invoicing";
import { organization } from "@/db/schema/organizations";
import { paymentMethod } from "@/db/schema/payments";
import type { Executor } from "@/db/transaction";
import { closesCycles, SUBSCRIPTION_STATUSES } from "@/lib/billing/subscription";
import type { CycleContext } from "@/lib/billing/rate-cycle";
import type { CalendarDate } from "@/lib/core/calendar";
import { groupBy } from "@/lib/core/group-by";
import { clockCode } from "@/lib/invoicing/series";
import { taxTreatment } from "@/lib/invoicing/tax-treatment";
import { usageKey, type UsageTotal, usageTotals } from "@/lib/usage/queries/usage-totals";

export type SubscriptionRow = typeof subscription.$inferSelect;
export type OrganizationRow = typeof organization.$inferSelect;
export type AccountRow = typeof billingAccount.$inferSelect;

/** One subscription with all that closing its open period needs, and the rows the result is written back to. */
export type LoadedCycle = {
  subscription: SubscriptionRow;
  organization: OrganizationRow;
  account: AccountRow;
  clockCode: string | null;
  /** Null for a first charge, which closes nothing. */
  closingPeriodId: string | null;
  hasPaymentMethod: boolean;
  /** Built only when asked for, so that one that throws parks its own subscription and no other. */
  context: () => CycleContext;
};

/** Which subscriptions: those due of some locked accounts, or one by its id (a preview, a first charge). */
export type CycleSelection =
  | { accountIds: string[]; dueAt: Date; testClockId: string | null }
  | { subscriptionId: string };

/** Loads the cycles of a batch in a few queries, whatever their number. */
export async function cycleContexts(tx: Executor, selection: CycleSelection): Promise<LoadedCycle[]> {
  const rows = await selectSubscriptions(tx, selection);
  if (rows.length === 0) return [];
  const versionIds = [...new Set(rows.map((row) => row.subscription.planVersionId))];
  const organizationIds = rows.map((row) => row.subscription.organizationId);

  const chargeRows = await selectCharges(tx, versionIds);
  const charges = groupBy(chargeRows, (row) => row.charge.planVersionId);
  const billed = await selectBilledUsage(
    tx,
    rows.flatMap((row) => (row.period ? [row.period.id] : [])),
  );
  const issuers = await tx.select().from(issuer);
  const withMethod = await selectPayers(tx, organizationIds);
  const usage = await usageTotals(tx, {
    metrics: [...new Set(chargeRows.map((row) => row.metric.key))],
    windows: rows.flatMap(({ subscription: row, period }) =>
      period?.kind === "regular"
        ? [{ organizationId: row.organizationId, start: period.startsOn, end: period.endsOn }]
        : [],
    ),
  });

  return rows.map((row) => ({
    subscription: row.subscription,
    organization: row.organization,
    account: row.account,
    clockCode: clockCode(row.subscription.testClockId),
    closingPeriodId: row.period?.id ?? null,
    hasPaymentMethod: withMethod.has(row.subscription.organizationId),
    context: () => {
      const seller = issuers.find((candidate) => candidate.mode === row.organization.mode);
      return cycleContext(row, {
        charges: charges.get(row.subscription.planVersionId) ?? [],
        billed,
        usage,
        sellerCountry: seller?.country ?? "",
      });
    },
  }));
}

type Row = Awaited<ReturnType<typeof selectSubscriptions>>[number];
type ChargeRow = Awaited<ReturnType<typeof selectCharges>>[number];
type Billed = { quantity: string; amountExact: string };

function selectSubscriptions(tx: Executor, selection: CycleSelection) {
  const chosen =
    "subscriptionId" in selection
      ? eq(subscription.id, selection.subscriptionId)
      : and(
          inArray(subscription.billingAccountId, selection.accountIds),
          lte(subscription.nextBoundaryAt, selection.dueAt),
          isNull(subscription.parkedAt),
          inArray(subscription.status, SUBSCRIPTION_STATUSES.filter(closesCycles)),
          selection.testClockId === null
            ? isNull(subscription.testClockId)
            : eq(subscription.testClockId, selection.testClockId),
        );
  return tx
    .select({ subscription, organization, account: billingAccount, period: billingPeriod, price, planVersion, plan })
    .from(subscription)
    .innerJoin(organization, eq(organization.id, subscription.organizationId))
    .innerJoin(billingAccount, eq(billingAccount.id, subscription.billingAccountId))
    .innerJoin(planVersion, eq(planVersion.id, subscription.planVersionId))
    .innerJoin(plan, eq(plan.id, planVersion.planId))
    .leftJoin(price, eq(price.id, subscription.priceId))
    .leftJoin(
      billingPeriod,
      and(
        eq(billingPeriod.subscriptionId, subscription.id),
        eq(billingPeriod.sequence, subscription.currentSequence),
        isNull(billingPeriod.closedAt),
      ),
    )
    .where(chosen)
    .orderBy(subscription.billingAccountId, subscription.id);
}

function selectCharges(tx: Executor, versionIds: string[]) {
  return tx
    .select({ charge, metric })
    .from(charge)
    .innerJoin(metric, eq(metric.key, charge.metricKey))
    .where(inArray(charge.planVersionId, versionIds))
    .orderBy(charge.planVersionId, charge.position);
}

async function selectBilledUsage(tx: Executor, periodIds: string[]): Promise<Map<string, Billed>> {
  if (periodIds.length === 0) return new Map();
  const rows = await tx.select().from(billedUsage).where(inArray(billedUsage.billingPeriodId, periodIds));
  return new Map(rows.map((row) => [`${row.billingPeriodId}/${row.chargeId}`, row]));
}

async function selectPayers(tx: Executor, organizationIds: string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ organizationId: paymentMethod.organizationId })
    .from(paymentMethod)
    .where(
      and(
        inArray(paymentMethod.organizationId, organizationIds),
        paymentMethod.isDefault,
        isNull(paymentMethod.detachedAt),
        isNotNull(paymentMethod.providerPaymentMethodId),
      ),
    );
  return new Set(rows.map((row) => row.organizationId));
}

const UNUSED: UsageTotal = { total: "0", days: [] };

function cycleContext(
  row: Row,
  given: { charges: ChargeRow[]; billed: Map<string, Billed>; usage: Map<string, UsageTotal>; sellerCountry: string },
): CycleContext {
  const { subscription: held, period, organization: customer, account } = row;
  return {
    subscription: {
      id: held.id,
      organizationId: held.organizationId,
      currency: held.currency as CycleContext["subscription"]["currency"],
      timeZone: held.timeZone,
      anchor: held.anchor,
      recurrence: { interval: held.interval, count: held.intervalCount },
      quantity: held.quantity,
      status: held.status,
      planName: row.plan.name,
      planVersion: row.planVersion.version,
      cancelAtPeriodEnd: held.cancelAtPeriodEnd,
      trialEnd: held.trialEnd,
      sequence: held.currentSequence,
    },
    closing:
      period && period.kind !== "final"
        ? { sequence: period.sequence, period: { start: period.startsOn, end: period.endsOn }, kind: period.kind }
        : null,
    recurringPrice: row.price
      ? {
          id: row.price.id,
          unitAmount: row.price.unitAmount,
          interval: row.price.interval,
          count: row.price.intervalCount,
        }
      : null,
    charges: given.charges.map(({ charge: metered, metric: of }) => {
      const used = period ? given.usage.get(usageKey(held.organizationId, of.key, period.startsOn)) : undefined;
      const before = period ? given.billed.get(`${period.id}/${metered.id}`) : undefined;
      return {
        id: metered.id,
        metric: of.key,
        unit: of.unit,
        name: metered.name,
        aggregation: of.aggregation,
        model: metered.model,
        included: metered.included,
        total: (used ?? UNUSED).total,
        days: (used ?? UNUSED).days as { day: CalendarDate; quantity: string }[],
        alreadyBilledQuantity: before?.quantity ?? "0",
        alreadyBilledExact: before?.amountExact ?? "0",
      };
    }),
    tax: taxTreatment({ sellerCountry: given.sellerCountry, customerCountry: customer.country }),
    discount: null,
    creditBalanceMinor: account.creditBalanceMinor,
  };
}
