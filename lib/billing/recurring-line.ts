import { recurringPeriodFrom } from "@/lib/billing/billing-period";
import type { LineContext } from "@/lib/billing/line-context";
import { recurringDescription } from "@/lib/billing/line-description";
import { shareOf } from "@/lib/billing/proration";
import type { RecurringPrice } from "@/lib/catalog/price";
import type { CalendarDate } from "@/lib/core/calendar";
import { decimal, toDecimalString } from "@/lib/core/decimal";
import { minorToDecimal, roundToMinor } from "@/lib/core/rounding";
import type { LineItem } from "@/lib/invoicing/line-item";

/** A recurring price for the period that starts on the date, billed in advance: whole on a boundary, else by days. */
export function recurringLine(price: RecurringPrice, startsOn: CalendarDate, context: LineContext): LineItem | null {
  const served = recurringPeriodFrom(startsOn, context);
  const isWhole = served.days === served.denominator;
  const exact = shareOf(decimal(price.unitAmount).times(context.quantity), served);
  const amountMinor = roundToMinor(exact, context.currency);
  if (amountMinor === 0) return null;

  return {
    kind: "recurring",
    description: recurringDescription(context.planName, context.recurrence, served),
    servicePeriod: served.period,
    taxPoint: served.period.start,
    quantity: isWhole ? context.quantity : "1",
    unitPrice: isWhole ? price.unitAmount : toDecimalString(minorToDecimal(amountMinor, context.currency)),
    amountExact: toDecimalString(exact),
    amountMinor,
    taxCategory: context.tax.category,
    taxRate: context.tax.rate,
    priceId: price.id,
    explanation: {
      kind: "recurring",
      planName: context.planName,
      planVersion: context.planVersion,
      interval: price.interval,
      intervalCount: price.count,
      unitPrice: price.unitAmount,
      quantity: context.quantity,
      days: served.days,
      denominator: served.denominator,
      period: served.period,
    },
  };
}
