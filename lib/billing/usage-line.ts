import { rateByDifference, type RatedDifference } from "@/lib/billing/charge-model";
import { billableQuantity } from "@/lib/billing/included-quantity";
import type { LineContext } from "@/lib/billing/line-context";
import { usageDescription } from "@/lib/billing/line-description";
import type { ChargeModel } from "@/lib/catalog/charge-model";
import type { Aggregation } from "@/lib/catalog/metric";
import { type CalendarDate, lastDay, type Period } from "@/lib/core/calendar";
import type { Currency } from "@/lib/core/currency";
import { isDecimalZero, toDecimalString } from "@/lib/core/decimal";
import type { Localized } from "@/lib/core/locale";
import type { AmountMinor } from "@/lib/core/money";
import { minorToDecimal, roundToMinor } from "@/lib/core/rounding";
import type { LineItem } from "@/lib/invoicing/line-item";

/** A metered charge with the usage of the period that closes. */
export type MeteredCharge = {
  id: string;
  metric: string;
  unit: string;
  name: Localized;
  aggregation: Aggregation;
  model: ChargeModel;
  included: string;
  /** The period's usage so far, included part and all. */
  total: string;
  /** What earlier invoices billed of this same period: the total they counted to, and its exact price. */
  alreadyBilledQuantity: string;
  alreadyBilledExact: string;
  days: { day: CalendarDate; quantity: string }[];
};

export type RatedCharge = {
  /** Null when nothing is to be paid. */
  line: LineItem | null;
  /** To remember beside the period, so that a later correction bills only the difference. */
  billed: { chargeId: string; quantity: string; amountExact: string };
};

/** The usage of a closed period above what the plan includes, billed in arrears, less what was billed of it before. */
export function usageLine(charge: MeteredCharge, window: Period, context: LineContext): RatedCharge | null {
  if (isDecimalZero(charge.total) && isDecimalZero(charge.alreadyBilledExact)) return null;

  const billable = billableQuantity(charge.total, charge.included);
  const rated = rateByDifference({
    model: charge.model,
    totalQuantity: billable,
    alreadyBilledQuantity: charge.alreadyBilledQuantity,
    alreadyBilledExact: charge.alreadyBilledExact,
  });
  const amountMinor = roundToMinor(rated.amountExact, context.currency);
  const billed = { chargeId: charge.id, quantity: charge.total, amountExact: rated.totalExact };
  if (amountMinor === 0) return { line: null, billed };

  const line: LineItem = {
    kind: "usage",
    description: usageDescription(charge.name, charge.included),
    servicePeriod: window,
    taxPoint: lastDay(window),
    ...printedQuantity(rated, { amountMinor, currency: context.currency }),
    amountExact: rated.amountExact,
    amountMinor,
    taxCategory: context.tax.category,
    taxRate: context.tax.rate,
    chargeId: charge.id,
    metric: charge.metric,
    explanation: {
      kind: "usage",
      planName: context.planName,
      planVersion: context.planVersion,
      metric: charge.metric,
      unit: charge.unit,
      aggregation: charge.aggregation,
      model: charge.model.model,
      properties: charge.model,
      total: charge.total,
      included: charge.included,
      billable,
      alreadyBilled: { quantity: charge.alreadyBilledQuantity, amount: rated.alreadyBilledExact },
      steps: rated.steps,
      window,
      days: charge.days,
    },
  };
  return { line, billed };
}

/** Units at a price where one price explains the line; otherwise one unit at the line's amount. */
function printedQuantity(
  rated: RatedDifference,
  line: { amountMinor: AmountMinor; currency: Currency },
): { quantity: string; unitPrice: string } {
  const [step, ...others] = rated.steps;
  const isPlain = step && others.length === 0 && !step.isPercent && isDecimalZero(step.flatFee);
  if (isPlain && step.amount === rated.amountExact) return { quantity: step.units, unitPrice: step.unitPrice };

  const amount = toDecimalString(minorToDecimal(line.amountMinor, line.currency));
  return amount.startsWith("-") ? { quantity: "-1", unitPrice: amount.slice(1) } : { quantity: "1", unitPrice: amount };
}
