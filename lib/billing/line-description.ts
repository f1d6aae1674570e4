import type { ServedPeriod } from "@/lib/billing/billing-period";
import { isDecimalZero } from "@/lib/core/decimal";
import { formatDecimal } from "@/lib/core/format";
import type { Interval } from "@/lib/core/calendar";
import type { Localized } from "@/lib/core/locale";
import type { Recurrence } from "@/lib/core/recurrence";

const EVERY_ONE: Record<Interval, Localized> = {
  day: { en: "daily", el: "ημερήσιο" },
  week: { en: "weekly", el: "εβδομαδιαίο" },
  month: { en: "monthly", el: "μηνιαίο" },
  quarter: { en: "quarterly", el: "τριμηνιαίο" },
  half_year: { en: "half-yearly", el: "εξαμηνιαίο" },
  year: { en: "yearly", el: "ετήσιο" },
};

const EVERY_MANY: Record<Interval, Localized> = {
  day: { en: "days", el: "ημέρες" },
  week: { en: "weeks", el: "εβδομάδες" },
  month: { en: "months", el: "μήνες" },
  quarter: { en: "quarters", el: "τρίμηνα" },
  half_year: { en: "half-years", el: "εξάμηνα" },
  year: { en: "years", el: "έτη" },
};

function recurrenceText({ interval, count }: Recurrence): Localized {
  if (count === 1) return EVERY_ONE[interval];
  return { en: `every ${count} ${EVERY_MANY[interval].en}`, el: `κάθε ${count} ${EVERY_MANY[interval].el}` };
}

/** `Professional plan, monthly` · `Πακέτο Professional, μηνιαίο`; a stub adds its days. */
export function recurringDescription(planName: Localized, recurrence: Recurrence, served: ServedPeriod): Localized {
  const every = recurrenceText(recurrence);
  const isWhole = served.days === served.denominator;
  return {
    en: `${planName.en} plan, ${every.en}${isWhole ? "" : `, ${served.days} of ${served.denominator} days`}`,
    el: `Πακέτο ${planName.el}, ${every.el}${isWhole ? "" : `, ${served.days} από ${served.denominator} ημέρες`}`,
  };
}

/** `Apartments (50 included)` · `Διαμερίσματα (περιλαμβάνονται 50)`: what is billed is the use above it. */
export function usageDescription(name: Localized, included: string): Localized {
  if (isDecimalZero(included)) return name;
  return {
    en: `${name.en} (${formatDecimal(included, "en")} included)`,
    el: `${name.el} (περιλαμβάνονται ${formatDecimal(included, "el")})`,
  };
}

/** A coupon's part of one line. */
export function discountDescription(couponName: Localized, lineDescription: Localized): Localized {
  return { en: `${couponName.en}: ${lineDescription.en}`, el: `${couponName.el}: ${lineDescription.el}` };
}
