import { assert } from "@/lib/core/assert";
import { type CalendarDate, daysBetween, type Period, periodContains, periodDays } from "@/lib/core/calendar";
import type { Currency } from "@/lib/core/currency";
import { decimal, type Decimal } from "@/lib/core/decimal";
import { type AmountMinor, maxMinor, minMinor, subtractMinor, ZERO_MINOR } from "@/lib/core/money";
import { roundMinor, roundToMinor } from "@/lib/core/rounding";

/** So many days of a whole period; the denominator is the whole period even where only a stub of it is served. */
export type DayShare = { days: number; denominator: number };

/** The exact share of an amount by calendar days. */
export function shareOf(amount: Decimal | string, { days, denominator }: DayShare): Decimal {
  assert(days >= 0 && denominator > 0, `${days} of ${denominator} days`);
  return days === denominator ? decimal(amount) : decimal(amount).times(days).div(denominator);
}

/** The share of a price in major units, rounded once. */
export function proratedPrice(price: Decimal | string, share: DayShare, currency: Currency): AmountMinor {
  return roundToMinor(shareOf(price, share), currency);
}

/** The share of an amount already in minor units, rounded once. */
export function proratedMinor(amount: AmountMinor, share: DayShare): AmountMinor {
  return roundMinor(shareOf(decimal(amount), share));
}

/**
 * The days left of a period from a date on. The date itself counts as left: on a change it belongs to the new price, on a
 * cancellation it is unused.
 */
export function remainingShare(period: Period, from: CalendarDate): DayShare {
  assert(periodContains(period, from) || from === period.end, `${from} lies outside the period`);
  return { days: daysBetween(from, period.end), denominator: periodDays(period) };
}

/** What was billed of a line and what credit notes have already given back of it. */
export type BilledAmount = {
  /** After its coupons, before tax; whether paid or not. */
  billedMinor: AmountMinor;
  creditedMinor: AmountMinor;
};

/** What may still be credited of a line. */
export function creditable({ billedMinor, creditedMinor }: BilledAmount): AmountMinor {
  return maxMinor(ZERO_MINOR, subtractMinor(billedMinor, creditedMinor));
}

/**
 * The credit for the unused share of a billed line: positive, rounded apart from the charge, never more than is left of what
 * was billed. A line that was billed for a stub is credited over the stub's own days, which is the denominator
 * its amount stands for.
 */
export function unusedCredit(billed: BilledAmount, unused: DayShare): AmountMinor {
  return minMinor(proratedMinor(billed.billedMinor, unused), creditable(billed));
}

export type ChangeAmounts = {
  creditMinor: AmountMinor;
  chargeMinor: AmountMinor;
  /** Charge less credit; below zero something is left over for the credit balance. */
  netMinor: AmountMinor;
};

/**
 * The money of a change within a period: the unused share of the old line back, the rest of the new price due. When the
 * interval changes the cycle restarts, and the new price is due whole (`restarts`). The new price is in major units after
 * its own coupons.
 */
export function changeAmounts(change: {
  billed: BilledAmount;
  newPrice: string;
  share: DayShare;
  restarts: boolean;
  currency: Currency;
}): ChangeAmounts {
  const creditMinor = unusedCredit(change.billed, change.share);
  const chargeMinor = change.restarts
    ? roundToMinor(change.newPrice, change.currency)
    : proratedPrice(change.newPrice, change.share, change.currency);
  return { creditMinor, chargeMinor, netMinor: subtractMinor(chargeMinor, creditMinor) };
}
