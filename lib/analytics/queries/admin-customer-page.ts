import "server-only";
import { and, asc, count, desc, eq, isNull, sql } from "drizzle-orm";
import { billingAccount, billingPeriod, subscription } from "@/db/schema/billing";
import { plan, planVersion, price } from "@/db/schema/catalog";
import { membership, userAccount } from "@/db/schema/identity";
import { invoice } from "@/db/schema/invoicing";
import { mailMessage } from "@/db/schema/operations";
import { organization, testClock } from "@/db/schema/organizations";
import { paymentAttempt, paymentMethod } from "@/db/schema/payments";
import type { Executor } from "@/db/transaction";
import { type AuditRow, auditEvents } from "@/lib/audit/queries/audit-events";
import type { UserActor } from "@/lib/auth/actor";
import { adminRead } from "@/lib/auth/queries/admin-read";

/** What the page shows of each; the rest is in the lists it links to. */
const SHOWN = 10;
const SHOWN_EVENTS = 15;

export type AdminCustomerPage = NonNullable<Awaited<ReturnType<typeof readCustomer>>>;

/** One organization as the desk sees it; null when there is none. */
export async function adminCustomerPage(actor: UserActor, organizationId: string): Promise<AdminCustomerPage | null> {
  return adminRead(actor, (tx) => readCustomer(tx, organizationId));
}

async function readCustomer(tx: Executor, organizationId: string) {
  const [found] = await tx
    .select({ organization, clock: testClock })
    .from(organization)
    .leftJoin(testClock, eq(testClock.id, organization.testClockId))
    .where(eq(organization.id, organizationId));
  if (!found) return null;

  const events: AuditRow[] = await auditEvents(tx, { filter: { organizationId }, page: 1, pageSize: SHOWN_EVENTS });
  return {
    ...found,
    members: await membersOf(tx, organizationId),
    subscriptions: await subscriptionsOf(tx, organizationId),
    accounts: await tx
      .select({ currency: billingAccount.currency, creditBalanceMinor: billingAccount.creditBalanceMinor })
      .from(billingAccount)
      .where(eq(billingAccount.organizationId, organizationId)),
    invoices: await invoicesOf(tx, organizationId),
    invoiceCount: await countInvoices(tx, organizationId),
    attempts: await attemptsOf(tx, organizationId),
    mails: await mailsOf(tx, organizationId),
    events,
  };
}

function membersOf(tx: Executor, organizationId: string) {
  return tx
    .select({ id: userAccount.id, name: userAccount.name, email: userAccount.email, role: membership.role })
    .from(membership)
    .innerJoin(userAccount, eq(userAccount.id, membership.userId))
    .where(and(eq(membership.organizationId, organizationId), isNull(membership.endedAt)))
    .orderBy(asc(membership.role), asc(membership.createdAt))
    .limit(SHOWN);
}

function subscriptionsOf(tx: Executor, organizationId: string) {
  return tx
    .select({
      held: subscription,
      planName: plan.name,
      planVersion: planVersion.version,
      unitAmount: price.unitAmount,
      intervalCount: price.intervalCount,
      periodStart: billingPeriod.startsOn,
      periodEnd: billingPeriod.endsOn,
    })
    .from(subscription)
    .innerJoin(planVersion, eq(planVersion.id, subscription.planVersionId))
    .innerJoin(plan, eq(plan.id, planVersion.planId))
    .leftJoin(price, eq(price.id, subscription.priceId))
    .leftJoin(
      billingPeriod,
      and(eq(billingPeriod.subscriptionId, subscription.id), eq(billingPeriod.sequence, subscription.currentSequence)),
    )
    .where(eq(subscription.organizationId, organizationId))
    .orderBy(
      sql`case when ${subscription.status} in ('canceled', 'expired') then 1 else 0 end`,
      desc(subscription.startedAt),
    );
}

function invoicesOf(tx: Executor, organizationId: string) {
  return tx
    .select({
      id: invoice.id,
      number: invoice.number,
      status: invoice.status,
      issueDate: invoice.issueDate,
      currency: invoice.currency,
      totalMinor: invoice.totalMinor,
    })
    .from(invoice)
    .where(eq(invoice.organizationId, organizationId))
    .orderBy(desc(invoice.issuedAt), desc(invoice.id))
    .limit(SHOWN);
}

async function countInvoices(tx: Executor, organizationId: string): Promise<number> {
  const [row] = await tx.select({ rows: count() }).from(invoice).where(eq(invoice.organizationId, organizationId));
  return row?.rows ?? 0;
}

async function attemptsOf(tx: Executor, organizationId: string) {
  const rows = await tx
    .select({ attempt: paymentAttempt, method: paymentMethod, invoice: { id: invoice.id, number: invoice.number } })
    .from(paymentAttempt)
    .innerJoin(invoice, eq(invoice.id, paymentAttempt.invoiceId))
    .leftJoin(paymentMethod, eq(paymentMethod.id, paymentAttempt.paymentMethodId))
    .where(eq(paymentAttempt.organizationId, organizationId))
    .orderBy(desc(paymentAttempt.startedAt), desc(paymentAttempt.attemptNumber))
    .limit(SHOWN);
  return rows.map(({ attempt, method, invoice: of }) => ({
    ...attempt,
    method: method ? { kind: method.kind, brand: method.brand, last4: method.last4 } : null,
    invoice: { id: of.id, number: of.number ?? "" },
  }));
}

function mailsOf(tx: Executor, organizationId: string) {
  return tx
    .select({
      id: mailMessage.id,
      subject: mailMessage.subject,
      recipient: mailMessage.recipient,
      writtenAt: mailMessage.writtenAt,
      sentAt: mailMessage.sentAt,
    })
    .from(mailMessage)
    .where(eq(mailMessage.organizationId, organizationId))
    .orderBy(desc(mailMessage.writtenAt), desc(mailMessage.id))
    .limit(SHOWN);
}
