import { type CalendarDate, minDate, type Period, periodDays } from "@/lib/core/calendar";
import {
  boundaryIndexAt,
  boundaryAt,
  periodContaining,
  type Recurrence,
  recurrenceLength,
} from "@/lib/core/recurrence";

/** trial: served for nothing, closes without usage lines · regular: closes with the usage of its days · final: of no length, holds the last invoice. */
export const BILLING_PERIOD_KINDS = ["trial", "regular", "final"] as const;

export type BillingPeriodKind = (typeof BILLING_PERIOD_KINDS)[number];

/** One cycle of a subscription; the sequence counts from 1 and is unique within it. */
export type BillingPeriod = { sequence: number; period: Period; kind: BillingPeriodKind };

const MONTHLY: Recurrence = { interval: "month", count: 1 };

/** How often usage is closed: every month where the price recurs in months (a yearly plan too), else with the price. */
function closingRecurrence(recurrence: Recurrence): Recurrence {
  return "months" in recurrenceLength(recurrence) ? MONTHLY : recurrence;
}

/** Whether the date is a boundary of the recurrence counted from the anchor. */
export function isBoundary(anchor: CalendarDate, recurrence: Recurrence, date: CalendarDate): boolean {
  return boundaryAt(anchor, recurrence, boundaryIndexAt(anchor, recurrence, date)) === date;
}

/** The billing period that starts on the date and runs to the next closing boundary, or to the subscription's end. */
export function billingPeriodFrom(
  start: CalendarDate,
  grid: { anchor: CalendarDate; recurrence: Recurrence },
  subscriptionEnd: CalendarDate | null = null,
): Period {
  const { end } = periodContaining(grid.anchor, closingRecurrence(grid.recurrence), start);
  return { start, end: subscriptionEnd === null ? end : minDate(end, subscriptionEnd) };
}

/** What a recurring price charges from a date on: the days served and the whole period of the grid that holds them. */
export type ServedPeriod = { period: Period; days: number; denominator: number };

/** The share of the recurring price due at the date: whole on a boundary, a stub by calendar days anywhere else. */
export function recurringPeriodFrom(
  start: CalendarDate,
  grid: { anchor: CalendarDate; recurrence: Recurrence },
  subscriptionEnd: CalendarDate | null = null,
): ServedPeriod {
  const whole = periodContaining(grid.anchor, grid.recurrence, start);
  const period = { start, end: subscriptionEnd === null ? whole.end : minDate(whole.end, subscriptionEnd) };
  return { period, days: periodDays(period), denominator: periodDays(whole) };
}
