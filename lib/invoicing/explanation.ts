import { z } from "zod";

import { CHARGE_MODELS, chargeModelSchema, ratingStepSchema } from "@/lib/catalog/charge-model";
import { assertNever } from "@/lib/core/assert";
import { type CalendarDate, INTERVALS } from "@/lib/core/calendar";
import { decimal, type Decimal, minDecimal, sumDecimals, toDecimalString } from "@/lib/core/decimal";
import { decimalSchema } from "@/lib/core/decimal-schema";
import { LOCALES } from "@/lib/core/locale";
import { AGGREGATIONS } from "@/lib/catalog/metric";

const dateSchema = z.iso.date().transform((value) => value as CalendarDate);
const periodSchema = z.strictObject({ start: dateSchema, end: dateSchema });
const localizedSchema = z.record(z.enum(LOCALES), z.string());
const daysSchema = { days: z.int().min(0), denominator: z.int().min(1) };
const planSchema = { planName: localizedSchema, planVersion: z.int() };

/** A recurring price for the days served of a whole period. */
const recurringSchema = z.strictObject({
  kind: z.literal("recurring"),
  ...planSchema,
  interval: z.enum(INTERVALS),
  intervalCount: z.int().min(1),
  unitPrice: decimalSchema,
  quantity: decimalSchema,
  ...daysSchema,
  period: periodSchema,
});

/** Usage of a window: what was used, what the plan includes, how the rest was priced, what was billed of it before. */
const usageSchema = z.strictObject({
  kind: z.literal("usage"),
  ...planSchema,
  metric: z.string(),
  unit: z.string(),
  aggregation: z.enum(AGGREGATIONS),
  model: z.enum(CHARGE_MODELS),
  properties: chargeModelSchema,
  total: decimalSchema,
  included: decimalSchema,
  billable: decimalSchema,
  alreadyBilled: z.strictObject({ quantity: decimalSchema, amount: decimalSchema }),
  steps: z.array(ratingStepSchema),
  window: periodSchema,
  days: z.array(z.strictObject({ day: dateSchema, quantity: decimalSchema })).optional(),
});

/** The share of an amount for the days left after a change; a credit never exceeds what is left of the bill it corrects. */
const prorationSchema = z.strictObject({
  kind: z.literal("proration"),
  ...planSchema,
  direction: z.enum(["credit", "charge"]),
  /** The whole period's amount in major units: for a credit what was billed after coupons, for a charge the new price. */
  basis: decimalSchema,
  ...daysSchema,
  period: periodSchema,
  changedOn: dateSchema,
  /** Credits only: what may still be credited of the original line. */
  available: decimalSchema.optional(),
});

/** One line's part of a coupon. */
const discountSchema = z.strictObject({
  kind: z.literal("discount"),
  coupon: z.string(),
  type: z.enum(["percent", "fixed"]),
  /** Percent, or the fixed amount in major units. */
  value: decimalSchema,
  /** What the coupon found left on its eligible lines, what it took of it in all, and this line's part. */
  base: decimalSchema,
  total: decimalSchema,
  share: decimalSchema,
  /** The kind of line that was discounted, which tells whose revenue it lowers. */
  of: z.enum(["recurring", "usage", "one_off", "proration"]),
});

/** A minimum filled up (`minimum`) or a maximum kept (`maximum`). */
const commitmentSchema = z.strictObject({
  kind: z.literal("commitment"),
  bound: z.enum(["minimum", "maximum"]),
  scope: z.enum(["charge", "subscription"]),
  amount: decimalSchema,
  ...daysSchema,
  used: decimalSchema,
  period: periodSchema,
});

/** A credit note's line: the part of an original line that is given back. */
const creditSchema = z.strictObject({
  kind: z.literal("credit"),
  invoiceNumber: z.string(),
  reason: z.string(),
  original: decimalSchema,
  creditedBefore: decimalSchema,
  amount: decimalSchema,
});

const oneOffSchema = z.strictObject({
  kind: z.literal("one_off"),
  unitPrice: decimalSchema,
  quantity: decimalSchema,
  deliveredOn: dateSchema,
});

/** How a line came to be: everything needed to redraw it in either language, years after prices have changed. */
export const explanationSchema = z.discriminatedUnion("kind", [
  recurringSchema,
  usageSchema,
  prorationSchema,
  discountSchema,
  commitmentSchema,
  creditSchema,
  oneOffSchema,
]);

export type Explanation = z.infer<typeof explanationSchema>;

export type ExplanationOf<Kind extends Explanation["kind"]> = Extract<Explanation, { kind: Kind }>;

function daysShare(amount: Decimal, share: { days: number; denominator: number }): Decimal {
  return share.days === share.denominator ? amount : amount.times(share.days).div(share.denominator);
}

/** The exact amount in major units, worked out again from the parts that are shown: the proof that they sum to it. */
export function explanationAmount(explanation: Explanation): string {
  return toDecimalString(exactAmount(explanation));
}

function exactAmount(explanation: Explanation): Decimal {
  switch (explanation.kind) {
    case "recurring":
      return daysShare(decimal(explanation.unitPrice).times(explanation.quantity), explanation);
    case "usage":
      return sumDecimals(explanation.steps.map((step) => step.amount)).minus(explanation.alreadyBilled.amount);
    case "proration":
      return prorationAmount(explanation);
    case "discount":
      return decimal(explanation.share).negated();
    case "commitment":
      return commitmentAmount(explanation);
    case "credit":
      return decimal(explanation.amount);
    case "one_off":
      return decimal(explanation.unitPrice).times(explanation.quantity);
    default:
      return assertNever(explanation);
  }
}

function prorationAmount(explanation: ExplanationOf<"proration">): Decimal {
  const share = daysShare(decimal(explanation.basis), explanation);
  if (explanation.direction === "charge") return share;
  return (explanation.available === undefined ? share : minDecimal(share, decimal(explanation.available))).negated();
}

/** Minimum: what is missing to it. Maximum: what lies above it, as a discount. */
function commitmentAmount(explanation: ExplanationOf<"commitment">): Decimal {
  const missing = daysShare(decimal(explanation.amount), explanation).minus(explanation.used);
  const wanted = explanation.bound === "minimum" ? missing.greaterThan(0) : missing.lessThan(0);
  return wanted ? missing : decimal(0);
}
