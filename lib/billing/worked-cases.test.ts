import { expect, test } from "vitest";

import { billingPeriodFrom } from "@/lib/billing/billing-period";
import { rateByDifference, rateQuantity } from "@/lib/billing/charge-model";
import { discountToMaximum, trueUp } from "@/lib/billing/commitment";
import { applyCoupons, type Coupon } from "@/lib/billing/discount";
import {
  changeAmounts,
  creditable,
  proratedMinor,
  proratedPrice,
  remainingShare,
  unusedCredit,
} from "@/lib/billing/proration";
import { billableQuantity } from "@/lib/billing/included-quantity";
import { type ChargeModel, chargeModelSchema, type RatingStep } from "@/lib/catalog/charge-model";
import { assert } from "@/lib/core/assert";
import {
  addDays,
  type CalendarDate,
  calendarDate,
  daysBetween,
  type Interval,
  type Period,
  periodDays,
} from "@/lib/core/calendar";
import { type Currency, currencyOf } from "@/lib/core/currency";
import { decimal, isDecimalString } from "@/lib/core/decimal";
import { type AmountMinor, amountMinor, minMinor, negateMinor, subtractMinor, sumMinor } from "@/lib/core/money";
import {
  type Alignment,
  boundaryAt,
  firstBoundaryAfterStart,
  firstPeriod,
  nextBoundary,
  periodContaining,
  type Recurrence,
} from "@/lib/core/recurrence";
import { minorToDecimal, roundToMinor } from "@/lib/core/rounding";
import { dateInZone, daysBetweenInstants, startOfDay } from "@/lib/core/time-zone";
import { creditRow } from "@/lib/invoicing/credit-note";
import { invoiceTotals } from "@/lib/invoicing/invoice-totals";
import { taxOf, taxTotals } from "@/lib/invoicing/tax";
import cases from "@/lib/testing/cases/billing.json";

/*
 * The worked cases of the billing rules. Each topic has a function that works a case's input out with our rules and returns
 * what the case expects, under the same names; every case must find one.
 */

type TierInput = { up_to: string | null; unit_price: string; rate_percent: string; flat_fee?: string };
type LineInput = {
  kind: string;
  full_period_minor: number;
  interval: Interval;
  amount_minor: number;
  tax_percent?: string;
};
type CouponInput = { type: string; percent?: string | undefined; amount_minor?: number };

/** Every field that some case has. Those without a question mark are read only where the topic always has them. */
type Input = {
  model?: string;
  tiers: TierInput[];
  quantity: string;
  prorated_quantity?: string;
  block_size?: string;
  fixed_minor?: number;
  package_size: string;
  package_price?: string;
  free_units?: string;
  already_billed_quantity?: string;
  already_billed_amount?: string;
  new_quantity: string;
  minimum_spend: string;
  maximum_spend: string;
  rate_percent: string;
  amounts_total: string;
  events: string;
  event_amounts?: string[];
  subscription_fee_minor: number;
  usage_minor: number;
  used_minor?: number | number[];
  minimum_minor?: number;
  minimum_commitment_minor: number;
  covered_days?: number;
  period_days?: number;
  service_days: number;
  unused_days: number;
  trial_days: number;
  trial_days_inside_period: number;
  tax_percent?: string;
  customer_tax_percent: string;
  credit_note_minor?: number;
  anchor: string;
  interval: Interval;
  count?: number;
  timezone: string;
  start: string;
  end: string | null;
  billing_at: string;
  billing_day: number;
  billing_start: string;
  billing_time: "calendar";
  current_period_start?: string;
  subscription_end?: string;
  period_start: string;
  period_end: string;
  change_date: string;
  change_at?: string;
  cancel_on?: string;
  invoice_through: string;
  add?: LineInput[];
  old_price_minor: number;
  new_price_minor: number;
  old_discount?: [string, string];
  new_discount?: [string, string];
  cycle_reset?: boolean;
  price?: string;
  price_minor: number;
  potential_credit?: string;
  previous_credits: string;
  original_billed: string;
  invoice_fee_minor?: number;
  paid_fee_minor: number;
  credit_net_minor?: number;
  previous_credit_total_minor?: number;
  subtotal_minor: number;
  coupons?: CouponInput[];
  discount?: string;
  discount_minor: number;
  lines?: LineInput[];
  lines_minor?: number[];
  percent?: string;
  taxable?: string;
  amount?: string;
  currency: string;
  line_amounts: string[];
  previous_usage: string;
  usage: string;
};

type Case = { id: string; topic: string; description: string; input: Input; expected: Record<string, unknown> };
type Worked = Record<string, unknown>;

const EUR = currencyOf("EUR");
const minor = (value: number): AmountMinor => amountMinor(value);
const date = (text: string): CalendarDate => calendarDate(text.slice(0, 10));
const periodOf = (input: Input): Period => ({ start: date(input.period_start), end: date(input.period_end) });
const every = (input: { interval: Interval }): Recurrence => ({ interval: input.interval, count: 1 });
const isoSecond = (instant: Date): string => instant.toISOString().replace(".000Z", "Z");
const lastSecondBefore = (instant: Date): string => isoSecond(new Date(instant.getTime() - 1000));
const wholeMinor = (exact: string, currency: Currency = EUR): AmountMinor => roundToMinor(exact, currency);
const text = (amount: AmountMinor, currency: Currency = EUR): string => minorToDecimal(amount, currency).toFixed();

function modelOf(input: Input): ChargeModel {
  const tiers = (input.tiers ?? []).map((tier) => ({
    upTo: tier.up_to,
    ...(input.model === "graduated_percentage" ? { rate: tier.rate_percent } : { unitPrice: tier.unit_price }),
    flatFee: tier.flat_fee ?? "0",
  }));
  switch (input.model) {
    case "percentage":
      return chargeModelSchema.parse({ model: "percentage", rate: input.rate_percent });
    case "graduated_percentage":
      return chargeModelSchema.parse({ model: "graduated_percentage", tiers });
    case "graduated":
    case "volume":
      return chargeModelSchema.parse({ model: input.model, tiers, blockSize: input.block_size ?? "1" });
    default:
      return chargeModelSchema.parse({
        model: "package",
        packageSize: input.package_size,
        packagePrice: input.package_price ?? "0",
        freeUnits: input.free_units ?? "0",
      });
  }
}

/** What the steps of a larger quantity add to those of a smaller one, tier by tier. */
function addedBySteps(after: RatingStep[], before: RatingStep[], field: "amount" | "units"): string[] {
  return after
    .map((step) => {
      const same = before.find((earlier) => earlier.from === step.from);
      return decimal(step[field]).minus(same?.[field] ?? "0");
    })
    .filter((added) => !added.isZero())
    .map((added) => added.toFixed());
}

function tiered(input: Input): Worked {
  const model = modelOf(input);
  if (input.already_billed_quantity !== undefined) return progressive(input, input.already_billed_quantity);
  const { amountExact, steps } = rateQuantity(
    model,
    input.quantity,
    input.prorated_quantity === undefined ? {} : { pricedQuantity: input.prorated_quantity },
  );
  return {
    amount: amountExact,
    amount_minor: Number(input.fixed_minor ?? 0) + Math.round(Number(amountExact)),
    lines: steps.map((step) => step.amount),
    packages: steps[0]?.units ?? "0",
  };
}

function progressive(input: Input, billedBefore: string): Worked {
  const model = modelOf(input);
  const totalQuantity = decimal(billedBefore).plus(input.new_quantity).toFixed();
  const before = rateQuantity(model, billedBefore);
  const rated = rateByDifference({
    model,
    totalQuantity,
    alreadyBilledQuantity: billedBefore,
    alreadyBilledExact: input.already_billed_amount ?? null,
  });
  return {
    amount: rated.amountExact,
    lines: addedBySteps(rated.steps, before.steps, "amount"),
    packages: decimal(rated.steps[0]?.units ?? "0")
      .minus(before.steps[0]?.units ?? "0")
      .toFixed(),
  };
}

function percentage(input: Input): Worked {
  if (input.model === "graduated_percentage") return tiered(input);
  if (input.event_amounts) {
    const total = decimal(input.event_amounts.reduce((sum, amount) => sum + Number(amount), 0));
    return {
      amount: rateQuantity(modelOf(input), total.toFixed(), { events: { amounts: input.event_amounts } }).amountExact,
    };
  }
  const events = { count: Number(input.events) };
  return { amount: rateQuantity(modelOf(input), input.amounts_total, { events }).amountExact };
}

function minimum(input: Input): Worked {
  if (input.model === "package") {
    const usage = rateQuantity(modelOf(input), input.quantity).amountExact;
    const line = trueUp({
      minimumMinor: wholeMinor(input.minimum_spend),
      usedMinor: wholeMinor(usage),
      share: { days: 1, denominator: 1 },
    });
    return { usage_amount: usage, minimum_spend_line: text(line), total: decimal(usage).plus(text(line)).toFixed() };
  }

  const used = input.used_minor ?? [input.subscription_fee_minor, input.usage_minor];
  const usedMinor = sumMinor([used].flat().map(minor));
  const share = { days: input.covered_days ?? 1, denominator: input.period_days ?? 1 };
  const minimumMinor = minor(input.minimum_minor ?? input.minimum_commitment_minor);
  const added = trueUp({ minimumMinor, usedMinor, share });
  const fees = sumMinor([usedMinor, added]);
  const tax = taxOf(fees, input.tax_percent ?? "0");
  return {
    true_up_minor: added,
    invoice_total_minor: fees,
    fees_minor: fees,
    tax_minor: tax,
    total_minor: fees + tax - (input.credit_note_minor ?? 0),
  };
}

function maximum(input: Input): Worked {
  const gross = String(progressive(input, input.already_billed_quantity ?? "0").amount);
  const discount = discountToMaximum({
    maximum: input.maximum_spend,
    alreadyBilled: input.already_billed_amount ?? "0",
    gross,
  });
  return { gross, discount: discount.toFixed(), net: decimal(gross).minus(discount).toFixed() };
}

function monthEnd(input: Input): Worked {
  const anchor = date(input.anchor);
  const recurrence = every(input);
  if (input.current_period_start) return { next: nextBoundary(anchor, recurrence, date(input.current_period_start)) };
  if (input.count) {
    const bounds = Array.from({ length: input.count }, (_, k) => [
      boundaryAt(anchor, recurrence, k),
      boundaryAt(anchor, recurrence, k + 1),
    ]);
    return { periods: bounds, end_exclusive: true };
  }

  const billingAt = date(input.billing_at);
  const closed = periodContaining(anchor, recurrence, addDays(billingAt, -1));
  return {
    closed_period_end_inclusive: lastSecondBefore(startOfDay(closed.end, input.timezone)),
    closed_period_start: isoSecond(startOfDay(closed.start, input.timezone)),
    period_start: isoSecond(startOfDay(periodContaining(anchor, recurrence, billingAt).start, input.timezone)),
  };
}

function timezone(input: Input): Worked {
  const zone = input.timezone;
  if (input.start) return { days: daysBetweenInstants(new Date(input.start), new Date(input.end ?? ""), zone) };

  const today = dateInZone(new Date(input.billing_at), zone);
  const { anchor, whole } = firstPeriod(today, every(input), { kind: "calendar" });
  const closed = periodContaining(anchor, every(input), addDays(whole.start, -1));
  return {
    period_start: isoSecond(startOfDay(closed.start, zone)),
    period_end_inclusive: lastSecondBefore(startOfDay(closed.end, zone)),
  };
}

function calendarPeriod(input: Input): Worked {
  if (input.subscription_end) {
    const grid = { anchor: date(input.anchor), recurrence: every(input) };
    const { end } = billingPeriodFrom(
      date(input.current_period_start ?? input.anchor),
      grid,
      date(input.subscription_end),
    );
    return { next: isoSecond(startOfDay(end, "UTC")) };
  }
  if (input.billing_day) {
    const { period } = firstPeriod(date(input.billing_start), every(input), {
      kind: "billing_day",
      day: input.billing_day,
    });
    return { first_period: [period.start, period.end], end_exclusive: true };
  }
  return { first_boundary: firstBoundaryAfterStart(date(input.start), every(input), { kind: "calendar" }) };
}

function proration(input: Input): Worked {
  if (input.lines) return changedLines(input, input.lines);
  if (input.add) return addedLater(input, input.add);
  if (input.change_at) return changed(input, date(input.change_at));
  if (input.cancel_on) return cancelled(input, date(input.cancel_on));
  return input.price === undefined ? countedCycles(input) : stub(input, input.price);
}

function changedLines(input: Input, given: LineInput[]): Worked {
  const share = remainingShare(periodOf(input), date(input.change_date));
  const lines = given.map((line) =>
    line.kind === "credit"
      ? negateMinor(unusedCredit({ billedMinor: minor(line.full_period_minor), creditedMinor: minor(0) }, share))
      : proratedPrice(text(minor(line.full_period_minor)), share, EUR),
  );
  return { lines_minor: lines, net_minor: sumMinor(lines) };
}

function addedLater(input: Input, added: LineInput[]): Worked {
  const start = date(input.change_date);
  const days = daysBetween(start, date(input.period_end));
  const net = added.map((line) => {
    const own = firstPeriod(start, { interval: line.interval, count: 1 }, { kind: "anniversary" });
    return proratedMinor(minor(line.full_period_minor), { days, denominator: periodDays(own.period) });
  });
  return { net_minor: sumMinor(net) };
}

function changed(input: Input, changedOn: CalendarDate): Worked {
  const off = (price: number, discount?: [string, string]) =>
    discount ? price - Number(taxOf(minor(price), discount[1])) : price;
  const amounts = changeAmounts({
    billed: { billedMinor: minor(off(input.old_price_minor, input.old_discount)), creditedMinor: minor(0) },
    newPrice: text(minor(off(input.new_price_minor, input.new_discount))),
    share: remainingShare(periodOf(input), changedOn),
    restarts: input.cycle_reset === true,
    currency: EUR,
  });
  return { credit_minor: amounts.creditMinor, debit_minor: amounts.chargeMinor, net_minor: amounts.netMinor };
}

function cancelled(input: Input, cancelledOn: CalendarDate): Worked {
  const billed = { billedMinor: wholeMinor(input.price ?? "0"), creditedMinor: minor(0) };
  return { amount: `-${text(unusedCredit(billed, remainingShare(periodOf(input), cancelledOn)))}` };
}

function stub(input: Input, price: string): Worked {
  const { period, whole } = firstPeriod(date(input.start), every(input), {
    kind: "billing_day",
    day: input.billing_day,
  });
  return {
    amount: text(proratedPrice(price, { days: periodDays(period), denominator: periodDays(whole) }, EUR)),
  };
}

/** Billing cycles from a start through a date, each served part over the whole cycle it lies in. */
function countedCycles(input: Input): Worked {
  const alignment: Alignment = { kind: "billing_day", day: input.billing_day };
  const { anchor } = firstPeriod(date(input.start), every(input), alignment);
  const through = date(input.invoice_through);
  const fractions: [number, number][] = [];

  const ends = input.end === null ? null : date(input.end);
  for (let start = date(input.start); start <= through && start !== ends;) {
    const whole = periodContaining(anchor, every(input), start);
    const { end } = billingPeriodFrom(start, { anchor, recurrence: every(input) }, ends);
    fractions.push([daysBetween(start, end), periodDays(whole)]);
    start = end;
  }
  const sum = fractions.reduce((total, [days, of]) => total.plus(decimal(days).div(of)), decimal(0));
  const parts = fractions.filter(([days, of]) => days !== of).map(([days, of]) => `${days}/${of}`);
  const wholeCycles = fractions.length - parts.length;
  return {
    billing_cycles: sum.toDecimalPlaces(9).toFixed(9),
    cycles_exact: wholeCycles === 0 ? parts : parts.toSpliced(1, 0, `${wholeCycles}/1`),
  };
}

function creditNote(input: Input): Worked {
  if (input.potential_credit) {
    const billed = {
      billedMinor: wholeMinor(input.original_billed),
      creditedMinor: wholeMinor(input.previous_credits),
    };
    return { credit: text(minMinor(wholeMinor(input.potential_credit), creditable(billed))) };
  }

  const rate = input.tax_percent ?? "0";
  const invoiced = minor(input.invoice_fee_minor ?? input.paid_fee_minor);
  const net =
    input.credit_net_minor === undefined
      ? unusedCredit(
          { billedMinor: invoiced, creditedMinor: minor(0) },
          { days: input.unused_days, denominator: input.period_days ?? 1 },
        )
      : minor(input.credit_net_minor);
  const previous = minor(input.previous_credit_total_minor ?? 0);
  const creditedNetMinor = previous === 0 ? minor(0) : subtractMinor(invoiced, net);
  const row = {
    category: "S" as const,
    rate,
    invoicedNetMinor: invoiced,
    invoicedTaxMinor: taxOf(invoiced, rate),
    creditedNetMinor,
    creditedTaxMinor: subtractMinor(previous, creditedNetMinor),
  };
  const { netMinor, taxMinor } = creditRow(row, net);
  return {
    net_minor: netMinor,
    tax_minor: taxMinor,
    total_minor: netMinor + taxMinor,
    credited_total_minor: previous + netMinor + taxMinor,
  };
}

function trial(input: Input): Worked {
  const price = minor(input.price_minor);
  if (input.period_days !== undefined) {
    const days = input.service_days - input.trial_days_inside_period;
    return { fee_minor: proratedMinor(price, { days, denominator: input.period_days }) };
  }
  const trialEnd = addDays(date(input.start), input.trial_days);
  const { period, whole } = firstPeriod(trialEnd, every(input), { kind: input.billing_time });
  const share = { days: periodDays(period), denominator: periodDays(whole) };
  return { trial_ends_at: trialEnd, first_fee_minor: proratedMinor(price, share) };
}

function couponOf(input: CouponInput): Coupon {
  const shared = { code: "CASE", name: { en: "Coupon", el: "Κουπόνι" }, appliesTo: null };
  return input.type === "percent"
    ? { ...shared, type: "percent", percent: input.percent ?? "0" }
    : { ...shared, type: "fixed", amountMinor: minor(input.amount_minor ?? 0) };
}

function coupon(input: Input): Worked {
  const lineTexts = input.lines as unknown as string[] | undefined;
  const amounts =
    lineTexts?.map((line) => wholeMinor(line)) ?? (input.lines_minor ?? [input.subtotal_minor]).map(minor);
  const fixed = input.discount === undefined ? input.discount_minor : wholeMinor(input.discount);
  const single = input.percent ? { type: "percent", percent: input.percent } : { type: "fixed", amount_minor: fixed };
  const result = applyCoupons(
    amounts.map((amount) => ({ kind: "recurring", amountMinor: amount })),
    (input.coupons ?? [single]).map(couponOf),
  );
  const shares = result.coupons[0]?.shares ?? [];
  return {
    discount_minor: result.totalMinor,
    remaining_minor: sumMinor(result.remainingMinor),
    allocation_minor: shares,
    split_minor: shares,
    allocation: shares.map((share) => text(share)),
    after: result.remainingMinor.map((left) => text(left)),
  };
}

function couponTax(input: Input): Worked {
  const lines = input.lines ?? [];
  const { remainingMinor, totalMinor } = applyCoupons(
    lines.map((line) => ({ kind: "recurring", amountMinor: minor(line.amount_minor) })),
    (input.coupons ?? []).map(couponOf),
  );
  const taxed = remainingMinor.map((left, index) => taxedLine(left, lines[index]?.tax_percent ?? "0"));
  return { coupon_minor: totalMinor, tax_minor: invoiceTotals(taxed).totals.taxMinor };
}

function taxedLine(amount: AmountMinor, rate: string) {
  return { amountMinor: amount, taxCategory: "S" as const, taxRate: rate };
}

function taxRounding(input: Input): Worked {
  if (input.taxable) {
    const currency = currencyOf(input.currency);
    return { tax: text(taxOf(wholeMinor(input.taxable, currency), input.tax_percent ?? "0"), currency) };
  }
  const lines = (input.lines ?? []).map((line) =>
    taxedLine(minor(line.amount_minor), line.tax_percent ?? input.customer_tax_percent),
  );
  const { totals } = invoiceTotals(lines);
  return { tax_minor: totals.taxMinor, total_minor: totals.totalMinor, groups: taxTotals(lines).length };
}

function rounding(input: Input): Worked {
  const currency = currencyOf(input.currency);
  if (input.amount) return { rounded: text(wholeMinor(input.amount, currency), currency) };
  return { subtotal: text(sumMinor(input.line_amounts.map((line) => wholeMinor(line, currency))), currency) };
}

function allowance(input: Input): Worked {
  const total = decimal(input.previous_usage).plus(input.usage).toFixed();
  const included = input.free_units ?? "0";
  const billable = decimal(billableQuantity(total, included)).minus(billableQuantity(input.previous_usage, included));
  return { billable: billable.toFixed(), free_consumed: decimal(input.usage).minus(billable).toFixed() };
}

const WORK: Record<string, (input: Input) => Worked> = {
  graduated: tiered,
  volume: tiered,
  package: tiered,
  percentage,
  min_commitment: minimum,
  max_commitment: maximum,
  month_end_anchor: monthEnd,
  timezone,
  calendar_period: calendarPeriod,
  proration,
  credit_note: creditNote,
  trial,
  coupon,
  coupon_tax: couponTax,
  tax_rounding: taxRounding,
  rounding,
  usage_allowance: allowance,
};

/** "3.0" and "3" are the same amount. */
function normal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normal);
  return isDecimalString(value) ? decimal(value).toFixed() : value;
}

test("there are 87 cases, and each has its rule", () => {
  expect(cases).toHaveLength(87);
  expect(cases.filter(({ topic }) => !(topic in WORK))).toEqual([]);
});

test.each(cases as unknown as Case[])("$id $topic: $description", ({ topic, input, expected }) => {
  const work = WORK[topic];
  assert(work, `no rule for ${topic}`);
  const worked = work(input);
  const named = Object.fromEntries(Object.keys(expected).map((key) => [key, normal(worked[key])]));
  expect(named).toEqual(Object.fromEntries(Object.entries(expected).map(([key, value]) => [key, normal(value)])));
});
