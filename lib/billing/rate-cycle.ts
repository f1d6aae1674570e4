import { type BillingPeriod, billingPeriodFrom, isBoundary } from "@/lib/billing/billing-period";
import { discountLines } from "@/lib/billing/cycle-discounts";
import type { LineContext } from "@/lib/billing/line-context";
import { recurringLine } from "@/lib/billing/recurring-line";
import { type MeteredCharge, type RatedCharge, usageLine } from "@/lib/billing/usage-line";
import type { Coupon } from "@/lib/billing/discount";
import type { SubscriptionStatus } from "@/lib/billing/subscription";
import type { RecurringPrice } from "@/lib/catalog/price";
import { assert } from "@/lib/core/assert";
import type { CalendarDate } from "@/lib/core/calendar";
import type { Currency } from "@/lib/core/currency";
import type { Localized } from "@/lib/core/locale";
import type { AmountMinor } from "@/lib/core/money";
import type { Recurrence } from "@/lib/core/recurrence";
import { applyCreditBalance, type InvoiceTotals, invoiceTotals } from "@/lib/invoicing/invoice-totals";
import type { LineItem } from "@/lib/invoicing/line-item";
import type { TaxTotal, TaxTreatment } from "@/lib/invoicing/tax";

/** All that the closing of one subscription's cycle depends on. */
export type CycleContext = {
  subscription: {
    id: string;
    organizationId: string;
    currency: Currency;
    timeZone: string;
    /** Every boundary is counted from here; after a trial it is the trial's end. */
    anchor: CalendarDate;
    recurrence: Recurrence;
    quantity: string;
    status: SubscriptionStatus;
    planName: Localized;
    planVersion: number;
    cancelAtPeriodEnd: boolean;
    trialEnd: CalendarDate | null;
    /** Of the open period; 0 before the first. */
    sequence: number;
    /** The first day served, when a first charge does not start on the anchor; a stub is prorated. */
    startsOn?: CalendarDate;
  };
  /** The period that ends at the boundary; null for a first charge. */
  closing: BillingPeriod | null;
  /** Null, or of amount zero, is free. */
  recurringPrice: RecurringPrice | null;
  /** With the usage of the closing period. */
  charges: readonly MeteredCharge[];
  tax: TaxTreatment;
  /** Coupons in force, in the order they were attached. */
  discount: readonly Coupon[] | null;
  /** What the account's credit balance can still pay. */
  creditBalanceMinor: AmountMinor;
};

export type CycleResult = {
  /** Empty when there is nothing to bill: then no document is issued. */
  lineItems: LineItem[];
  taxes: TaxTotal[];
  totals: InvoiceTotals;
  creditAppliedMinor: AmountMinor;
  dueMinor: AmountMinor;
  /** Null when the subscription ends at this boundary. */
  nextPeriod: BillingPeriod | null;
  /** For each charge with usage, what is now billed of the closing period in all. */
  billedUsage: RatedCharge["billed"][];
};

/**
 * Closes a cycle: the usage of the period that ends in arrears, the recurring price of the one that begins in advance, on
 * one invoice. A yearly or quarterly price closes its usage each month and is itself billed at its own boundaries only; a
 * cancellation at the period's end waits for such a boundary too. A trial has no usage lines.
 * Throws AssertionError when the total would be negative: such a cycle is parked for a person, never issued.
 */
export function rateCycle(context: CycleContext): CycleResult {
  const { subscription, closing } = context;
  const boundary = closing?.period.end ?? subscription.startsOn ?? subscription.anchor;
  const isOwnBoundary = opensRecurringPeriod(context, boundary);
  const ends = closing !== null && subscription.cancelAtPeriodEnd && isOwnBoundary;

  const rated = ratedUsage(context);
  const charged = rated.flatMap(({ line }) => (line === null ? [] : [line]));
  const recurring = isOwnBoundary && !ends ? recurringOf(context, boundary) : null;
  const lineItems = recurring === null ? charged : [recurring, ...charged];
  if (context.discount !== null && context.discount.length > 0) {
    lineItems.push(...discountLines(lineItems, context.discount, subscription.currency));
  }

  const { taxes, totals } = invoiceTotals(lineItems);
  assert(totals.totalMinor >= 0, `the cycle of ${subscription.id} comes to a negative total`);
  return {
    lineItems,
    taxes,
    totals,
    ...applyCreditBalance(totals.totalMinor, context.creditBalanceMinor),
    nextPeriod: ends ? null : nextPeriodOf(context, boundary),
    billedUsage: rated.map(({ billed }) => billed),
  };
}

/** Whether a recurring period begins at the boundary: on its own grid, at a trial's end, or at the start. */
function opensRecurringPeriod({ subscription, closing }: CycleContext, boundary: CalendarDate): boolean {
  if (closing === null || closing.kind === "trial") return true;
  return isBoundary(subscription.anchor, subscription.recurrence, boundary);
}

function lineContext({ subscription, tax }: CycleContext): LineContext {
  const { currency, anchor, recurrence, quantity, planName, planVersion } = subscription;
  return { currency, anchor, recurrence, quantity, planName, planVersion, tax };
}

function recurringOf(context: CycleContext, boundary: CalendarDate): LineItem | null {
  if (context.recurringPrice === null) return null;

  const { interval, count } = context.subscription.recurrence;
  const { recurringPrice: price } = context;
  assert(price.interval === interval && price.count === count, "the price does not recur as its subscription does");
  return recurringLine(price, boundary, lineContext(context));
}

function ratedUsage(context: CycleContext): RatedCharge[] {
  const { closing } = context;
  if (closing === null || closing.kind === "trial") return [];

  const shared = lineContext(context);
  return context.charges.flatMap((charge) => usageLine(charge, closing.period, shared) ?? []);
}

function nextPeriodOf({ subscription, closing }: CycleContext, boundary: CalendarDate): BillingPeriod {
  return {
    sequence: (closing?.sequence ?? subscription.sequence) + 1,
    period: billingPeriodFrom(boundary, subscription),
    kind: "regular",
  };
}

/** 500 € in cents: a smaller amount is never held back. */
export const PARKING_FLOOR_MINOR = 50_000;

/** A jump this large is more often a fault than a wish (the safety bounds of Kill Bill). */
const TIMES_TRAILING_AVERAGE = 10;

/**
 * Whether an amount is to wait for a person: above 10 times the trailing average and above 500 €. Compare like with like, so
 * that a yearly price is not measured by months of usage; without earlier invoices (null) there is nothing to compare with.
 */
export function needsParking(invoice: { totalMinor: AmountMinor; trailingAverageMinor: AmountMinor | null }): boolean {
  const { totalMinor, trailingAverageMinor } = invoice;
  if (trailingAverageMinor === null || totalMinor <= PARKING_FLOOR_MINOR) return false;
  return totalMinor > TIMES_TRAILING_AVERAGE * trailingAverageMinor;
}
