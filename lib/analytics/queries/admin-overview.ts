import "server-only";
import { and, asc, count, eq, gte, inArray, lt, sql } from "drizzle-orm";
import { subscription } from "@/db/schema/billing";
import { plan, planVersion, price } from "@/db/schema/catalog";
import { invoice } from "@/db/schema/invoicing";
import { organization } from "@/db/schema/organizations";
import { paymentAttempt } from "@/db/schema/payments";
import type { Executor } from "@/db/transaction";
import { lastMonths, monthOf } from "@/lib/analytics/months";
import { arpaMinor, arrMinor, mrrMinor } from "@/lib/analytics/mrr";
import { type InvoicedMonth, invoicedByMonth } from "@/lib/analytics/queries/invoiced-by-month";
import { type MrrMonth, mrrByMonth } from "@/lib/analytics/queries/mrr-by-month";
import type { UserActor } from "@/lib/auth/actor";
import { adminRead } from "@/lib/auth/queries/admin-read";
import type { CalendarDate } from "@/lib/core/calendar";
import { type Currency, currencyOf } from "@/lib/core/currency";
import { groupBy } from "@/lib/core/group-by";
import type { Localized } from "@/lib/core/locale";
import { type AmountMinor, amountMinor, sumMinor } from "@/lib/core/money";
import { dateInZone, startOfDay } from "@/lib/core/time-zone";
import type { DeskScope } from "@/lib/organizations/queries/desk-scope";

/** How many months the courses go back. */
const MONTHS = 14;

type Counted = { count: number; amountMinor: AmountMinor };

export type AdminOverview = {
  today: CalendarDate;
  currency: Currency;
  /** What else could be shown; nothing is converted. */
  currencies: Currency[];
  mrrMinor: AmountMinor;
  arrMinor: AmountMinor;
  payingCustomers: number;
  arpaMinor: AmountMinor;
  /** The same MRR and customers by plan: they sum to it. */
  plans: PlanShare[];
  /** What is still owed on open invoices, VAT included. */
  open: Counted;
  /** Attempts to collect that failed this month. */
  failed: Counted;
  /** Issued this month, net of VAT. */
  issued: Counted;
  mrr: MrrMonth[];
  invoiced: InvoicedMonth[];
  /** The open invoices that are due the longest. */
  oldestOpen: OldestOpen[];
};

export type PlanShare = { key: string; name: Localized; customers: number; mrrMinor: AmountMinor };

export type OldestOpen = {
  id: string;
  number: string;
  organizationName: string;
  dueDate: CalendarDate | null;
  owedMinor: AmountMinor;
};

const OLDEST_SHOWN = 6;

export type OverviewScope = { scope: DeskScope; currency: string | undefined; now: Date };

/** The business in figures, each taken from its rows at this moment. Months are those of the issuer's time zone. */
export async function adminOverview(actor: UserActor, request: OverviewScope): Promise<AdminOverview> {
  const { mode, timeZone } = request.scope;
  const today = dateInZone(request.now, timeZone);
  const isTest = mode === "test";

  return adminRead(actor, async (tx) => {
    const currencies = await currenciesInUse(tx, mode);
    const currency = currencies.find((known) => known === request.currency) ?? currencies[0] ?? "EUR";
    const plans = await planShares(tx, { mode, currency });
    const mrr = sumMinor(plans.map((plan) => plan.mrrMinor));
    const payingCustomers = plans.reduce((customers, plan) => customers + plan.customers, 0);
    const of = { isTest, currency };
    const months = lastMonths(today, MONTHS);

    return {
      today,
      currency,
      currencies,
      mrrMinor: mrr,
      arrMinor: arrMinor(mrr),
      payingCustomers,
      arpaMinor: arpaMinor(mrr, payingCustomers),
      plans,
      open: await openReceivables(tx, of),
      failed: await failedPayments(tx, { ...of, today, timeZone }),
      issued: await issuedInvoices(tx, { ...of, today }),
      mrr: await mrrByMonth(tx, { ...of, months, today }),
      invoiced: await invoicedByMonth(tx, { ...of, months }),
      oldestOpen: await oldestOpen(tx, of),
    };
  });
}

type Of = { isTest: boolean; currency: Currency };

async function currenciesInUse(tx: Executor, mode: DeskScope["mode"]): Promise<Currency[]> {
  const rows = await tx
    .select({ currency: subscription.currency, held: count() })
    .from(subscription)
    .innerJoin(organization, eq(organization.id, subscription.organizationId))
    .where(eq(organization.mode, mode))
    .groupBy(subscription.currency);
  return rows.toSorted((a, b) => b.held - a.held).map((row) => currencyOf(row.currency));
}

/** Recurring prices of those who are active or past due, alike ones counted together, by plan. */
async function planShares(tx: Executor, of: { mode: DeskScope["mode"]; currency: Currency }): Promise<PlanShare[]> {
  const rows = await tx
    .select({
      key: plan.key,
      name: plan.name,
      unitAmount: price.unitAmount,
      quantity: subscription.quantity,
      interval: price.interval,
      intervalCount: price.intervalCount,
      count: count(),
    })
    .from(subscription)
    .innerJoin(organization, eq(organization.id, subscription.organizationId))
    .innerJoin(price, eq(price.id, subscription.priceId))
    .innerJoin(planVersion, eq(planVersion.id, subscription.planVersionId))
    .innerJoin(plan, eq(plan.id, planVersion.planId))
    .where(
      and(
        eq(organization.mode, of.mode),
        eq(subscription.currency, of.currency),
        inArray(subscription.status, ["active", "past_due"]),
        sql`${price.unitAmount} * ${subscription.quantity} > 0`,
      ),
    )
    .groupBy(plan.id, price.unitAmount, subscription.quantity, price.interval, price.intervalCount)
    .orderBy(asc(plan.catalogKey), asc(plan.position));

  return [...groupBy(rows, (row) => row.key).entries()].map(([key, items]) => ({
    key,
    name: items[0]?.name ?? { en: key, el: key },
    // An organization has at most one living subscription, so subscriptions that pay are customers that pay.
    customers: items.reduce((customers, item) => customers + item.count, 0),
    mrrMinor: mrrMinor(items, of.currency),
  }));
}

const owed = sql<string>`${invoice.totalMinor} - ${invoice.creditedMinor} - ${invoice.creditAppliedMinor} - ${invoice.amountPaidMinor}`;

async function oldestOpen(tx: Executor, of: Of): Promise<OldestOpen[]> {
  const rows = await tx
    .select({
      id: invoice.id,
      number: invoice.number,
      organizationName: organization.name,
      dueDate: invoice.dueDate,
      owed,
    })
    .from(invoice)
    .innerJoin(organization, eq(organization.id, invoice.organizationId))
    .where(and(eq(invoice.status, "open"), eq(invoice.isTest, of.isTest), eq(invoice.currency, of.currency)))
    .orderBy(asc(invoice.dueDate), asc(invoice.id))
    .limit(OLDEST_SHOWN);
  return rows.map(({ owed: owedMinor, ...row }) => ({
    ...row,
    number: row.number ?? "",
    owedMinor: amountMinor(Number(owedMinor)),
  }));
}

async function openReceivables(tx: Executor, of: Of): Promise<Counted> {
  const due = sql<string>`coalesce(sum(${owed}), 0)`;
  const [row] = await tx
    .select({ count: count(), due })
    .from(invoice)
    .where(and(eq(invoice.status, "open"), eq(invoice.isTest, of.isTest), eq(invoice.currency, of.currency)));
  return counted(row?.count, row?.due);
}

async function failedPayments(tx: Executor, of: Of & { today: CalendarDate; timeZone: string }): Promise<Counted> {
  const month = monthOf(of.today);
  const [row] = await tx
    .select({ count: count(), amount: sql<string>`coalesce(sum(${paymentAttempt.amountMinor}), 0)` })
    .from(paymentAttempt)
    .innerJoin(invoice, eq(invoice.id, paymentAttempt.invoiceId))
    .where(
      and(
        eq(paymentAttempt.status, "failed"),
        eq(invoice.isTest, of.isTest),
        eq(paymentAttempt.currency, of.currency),
        gte(paymentAttempt.startedAt, startOfDay(month.start, of.timeZone)),
        lt(paymentAttempt.startedAt, startOfDay(month.end, of.timeZone)),
      ),
    );
  return counted(row?.count, row?.amount);
}

async function issuedInvoices(tx: Executor, of: Of & { today: CalendarDate }): Promise<Counted> {
  const month = monthOf(of.today);
  const [row] = await tx
    .select({ count: count(), net: sql<string>`coalesce(sum(${invoice.subtotalMinor}), 0)` })
    .from(invoice)
    .where(
      and(
        inArray(invoice.status, ["open", "paid", "uncollectible"]),
        eq(invoice.isTest, of.isTest),
        eq(invoice.currency, of.currency),
        gte(invoice.issueDate, month.start),
        lt(invoice.issueDate, month.end),
      ),
    );
  return counted(row?.count, row?.net);
}

function counted(rows: number | undefined, sum: string | undefined): Counted {
  return { count: rows ?? 0, amountMinor: amountMinor(Number(sum ?? 0)) };
}
