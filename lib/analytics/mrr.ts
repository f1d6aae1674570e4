import { assertNever } from "@/lib/core/assert";
import type { Interval } from "@/lib/core/calendar";
import type { Currency } from "@/lib/core/currency";
import { decimal, type Decimal } from "@/lib/core/decimal";
import { type AmountMinor, amountMinor, sumMinor, ZERO_MINOR } from "@/lib/core/money";
import { roundMinor, roundToMinor } from "@/lib/core/rounding";

/** A recurring price as it is charged: in major units, net of VAT, for `intervalCount` intervals. `count` alike ones at once. */
export type RecurringItem = {
  unitAmount: string;
  quantity: string;
  interval: Interval;
  intervalCount: number;
  count?: number;
};

const MONTHS_A_YEAR = 12;
const WEEKS_A_YEAR = 52;
const DAYS_A_YEAR = 365;

/** What the price of one interval is worth a month: a year of 12 months, 52 weeks or 365 days. */
function monthly(price: Decimal, interval: Interval): Decimal {
  switch (interval) {
    case "day":
      return price.times(DAYS_A_YEAR).div(MONTHS_A_YEAR);
    case "week":
      return price.times(WEEKS_A_YEAR).div(MONTHS_A_YEAR);
    case "month":
      return price;
    case "quarter":
      return price.div(3);
    case "half_year":
      return price.div(6);
    case "year":
      return price.div(MONTHS_A_YEAR);
    default:
      return assertNever(interval);
  }
}

/**
 * Monthly recurring revenue: each item normalised to a month exactly, rounded half up once an item, and summed. Give it the
 * recurring prices of active and past-due subscriptions only: trials, usage, one-offs and VAT are no part of it.
 */
export function mrrMinor(items: readonly RecurringItem[], currency: Currency): AmountMinor {
  return sumMinor(
    items.map((item) => {
      const price = decimal(item.unitAmount).times(item.quantity).div(item.intervalCount);
      return amountMinor(roundToMinor(monthly(price, item.interval), currency) * (item.count ?? 1));
    }),
  );
}

/** Annual recurring revenue: twelve times the month. */
export function arrMinor(mrr: AmountMinor): AmountMinor {
  return amountMinor(mrr * MONTHS_A_YEAR);
}

/** Average revenue per paying customer a month; nobody pays, nothing on average. */
export function arpaMinor(mrr: AmountMinor, payingCustomers: number): AmountMinor {
  return payingCustomers === 0 ? ZERO_MINOR : roundMinor(decimal(mrr).div(payingCustomers));
}
