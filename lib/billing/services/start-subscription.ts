import "server-only";
import { and, eq } from "drizzle-orm";
import { billingAccount, billingPeriod, subscription } from "@/db/schema/billing";
import { planVersion, price } from "@/db/schema/catalog";
import { organization } from "@/db/schema/organizations";
import { type Executor, organizationTransaction, postgresCode } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { billingPeriodFrom } from "@/lib/billing/billing-period";
import { draftFirstInvoice } from "@/lib/billing/services/draft-first-invoice";
import type { SubscriptionStatus } from "@/lib/billing/subscription";
import { addDays, type CalendarDate, type Interval, type Period } from "@/lib/core/calendar";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { ZERO_MINOR } from "@/lib/core/money";
import type { Recurrence } from "@/lib/core/recurrence";
import { dateInZone, startOfDay } from "@/lib/core/time-zone";
import { organizationNow } from "@/lib/organizations/queries/organization-now";
import { applyPlanLimits } from "@/lib/usage/services/apply-plan-limits";

export type StartedSubscription = {
  subscriptionId: string;
  status: SubscriptionStatus;
  /** The draft to be paid before the subscription becomes active; null when nothing is due now. */
  draftInvoiceId: string | null;
};

type Choice = { planVersionId: string; interval: Interval; withTrial: boolean };

/**
 * Starts a subscription. Free is active at once; a trial owes nothing and its end is the anchor; otherwise the first
 * period is drafted and the subscription stays `incomplete` until that draft is paid on-session.
 * @throws AppError not_found for a plan version or interval that is not sold; already_exists when one is living.
 */
export async function startSubscription(request: {
  organizationId: string;
  actor: Actor;
  wallClock: Date;
  choice: Choice;
}): Promise<StartedSubscription> {
  try {
    return await organizationTransaction(request.organizationId, async (tx) => {
      const now = await organizationNow(tx, request.organizationId, request.wallClock);
      return start(tx, { ...request, now });
    });
  } catch (error) {
    if (postgresCode(error) === "23505") throw new AppError("already_exists", { cause: error });
    throw error;
  }
}

async function start(
  tx: Executor,
  request: { organizationId: string; actor: Actor; now: Date; choice: Choice },
): Promise<StartedSubscription> {
  const { organizationId, actor, now, choice } = request;
  const offer = await loadOffer(tx, organizationId, choice);
  const billingAccountId = await lockAccount(tx, organizationId, offer.version.currency);
  const first = firstPeriod(offer, { now, withTrial: choice.withTrial });
  const id = newId();

  await tx.insert(subscription).values({
    id,
    organizationId,
    billingAccountId,
    testClockId: offer.customer.testClockId,
    planVersionId: offer.version.id,
    priceId: offer.price?.id ?? null,
    status: first.status,
    currency: offer.version.currency,
    timeZone: offer.customer.timeZone,
    quantity: "1",
    interval: choice.interval,
    intervalCount: 1,
    anchor: first.anchor,
    trialEnd: first.trialEnd,
    startedAt: now,
    currentSequence: first.status === "incomplete" ? 0 : 1,
    nextBoundaryAt: first.status === "incomplete" ? null : startOfDay(first.period.end, offer.customer.timeZone),
  });
  const draftInvoiceId =
    first.status === "incomplete" ? await draftFirstInvoice(tx, { subscriptionId: id, now }) : null;
  if (draftInvoiceId === null)
    await openFirstPeriod(tx, { organizationId, subscriptionId: id, first, timeZone: offer.customer.timeZone });
  if (first.status !== "incomplete") await applyPlanLimits(tx, { organizationId, planVersionId: offer.version.id });

  await recordAudit(tx, [
    {
      organizationId,
      actor,
      action: "subscription.started",
      entityType: "subscription",
      entityId: id,
      detail: { planVersionId: offer.version.id, interval: choice.interval, status: first.status },
      occurredAt: now,
    },
  ]);
  return { subscriptionId: id, status: first.status, draftInvoiceId };
}

async function loadOffer(tx: Executor, organizationId: string, choice: Choice) {
  const [customer] = await tx.select().from(organization).where(eq(organization.id, organizationId));
  const [row] = await tx
    .select({ version: planVersion, price })
    .from(planVersion)
    .leftJoin(
      price,
      and(eq(price.planVersionId, planVersion.id), eq(price.interval, choice.interval), eq(price.intervalCount, 1)),
    )
    .where(eq(planVersion.id, choice.planVersionId));
  const isSold = row && (row.price !== null || choice.interval === "month");
  if (!customer || !isSold) throw new AppError("not_found");

  return { customer, version: row.version, price: row.price };
}

/** Every service that changes a subscription or a credit holds its account's row first. */
async function lockAccount(tx: Executor, organizationId: string, currency: string): Promise<string> {
  await tx
    .insert(billingAccount)
    .values({ organizationId, currency, creditBalanceMinor: ZERO_MINOR })
    .onConflictDoNothing({ target: [billingAccount.organizationId, billingAccount.currency] });
  const [account] = await tx
    .select({ id: billingAccount.id })
    .from(billingAccount)
    .where(and(eq(billingAccount.organizationId, organizationId), eq(billingAccount.currency, currency)))
    .for("update");
  if (!account) throw new AppError("not_found");

  return account.id;
}

type First = { status: SubscriptionStatus; anchor: CalendarDate; trialEnd: CalendarDate | null; period: Period };

function firstPeriod(
  offer: {
    customer: { timeZone: string };
    version: { trialDays: number };
    price: { interval: Interval; intervalCount: number; unitAmount: string } | null;
  },
  start: { now: Date; withTrial: boolean },
): First {
  const today = dateInZone(start.now, offer.customer.timeZone);
  if (start.withTrial && offer.version.trialDays > 0) {
    const trialEnd = addDays(today, offer.version.trialDays);
    return { status: "trialing", anchor: trialEnd, trialEnd, period: { start: today, end: trialEnd } };
  }

  const recurrence: Recurrence = { interval: offer.price?.interval ?? "month", count: offer.price?.intervalCount ?? 1 };
  const isFree = offer.price === null || Number(offer.price.unitAmount) === 0;
  const period = billingPeriodFrom(today, { anchor: today, recurrence });
  return { status: isFree ? "active" : "incomplete", anchor: today, trialEnd: null, period };
}

async function openFirstPeriod(
  tx: Executor,
  given: { organizationId: string; subscriptionId: string; first: First; timeZone: string },
): Promise<void> {
  const { period, status } = given.first;
  await tx.insert(billingPeriod).values({
    organizationId: given.organizationId,
    subscriptionId: given.subscriptionId,
    sequence: 1,
    kind: status === "trialing" ? "trial" : "regular",
    startsOn: period.start,
    endsOn: period.end,
    startsAt: startOfDay(period.start, given.timeZone),
    endsAt: startOfDay(period.end, given.timeZone),
  });
}
