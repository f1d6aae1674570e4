import { allocate } from "@/lib/core/allocate";
import { assertNever } from "@/lib/core/assert";
import { decimal } from "@/lib/core/decimal";
import type { Localized } from "@/lib/core/locale";
import { type AmountMinor, minMinor, subtractMinor, sumMinor, ZERO_MINOR } from "@/lib/core/money";
import { roundMinor } from "@/lib/core/rounding";
import type { LineItemKind } from "@/lib/invoicing/line-item";

/** How long a coupon lasts: one invoice, a number of cycles, or for good. */
export const COUPON_DURATIONS = ["once", "repeating", "forever"] as const;

export type CouponDuration = (typeof COUPON_DURATIONS)[number];

export type Coupon = {
  code: string;
  name: Localized;
  /** Kinds of line it is restricted to; null is every kind. */
  appliesTo: readonly LineItemKind[] | null;
} & ({ type: "percent"; percent: string } | { type: "fixed"; amountMinor: AmountMinor });

type DiscountableLine = { kind: LineItemKind; amountMinor: AmountMinor };

/** What one coupon took: of what was left on its lines, in all and of each line (same order as the lines). */
export type CouponShares = { coupon: Coupon; baseMinor: AmountMinor; totalMinor: AmountMinor; shares: AmountMinor[] };

export type Discounts = {
  coupons: CouponShares[];
  /** For each line what is left of it after every coupon. */
  remainingMinor: AmountMinor[];
  totalMinor: AmountMinor;
};

/**
 * Applies coupons before tax, in the order they were attached, each on what the one before left, never below zero and never
 * on credit lines. A percentage is computed once on the sum of its lines and rounded; both kinds are split over the lines by
 * largest remainder, so the parts sum to the whole.
 */
export function applyCoupons(lines: readonly DiscountableLine[], coupons: readonly Coupon[]): Discounts {
  let remainingMinor = lines.map((line) => line.amountMinor);
  const applied = coupons.map((coupon) => {
    const eligible = lines.map((line, index) => eligibleAmount(coupon, line, remainingMinor[index]));
    const baseMinor = sumMinor(eligible);
    const totalMinor = minMinor(discountOf(coupon, baseMinor), baseMinor);
    const shares = allocate(totalMinor, eligible);
    remainingMinor = remainingMinor.map((left, index) => subtractMinor(left, shares[index] ?? ZERO_MINOR));
    return { coupon, baseMinor, totalMinor, shares };
  });

  return { coupons: applied, remainingMinor, totalMinor: sumMinor(applied.map((coupon) => coupon.totalMinor)) };
}

function eligibleAmount(coupon: Coupon, line: DiscountableLine, left: AmountMinor | undefined): AmountMinor {
  if (left === undefined || left <= 0) return ZERO_MINOR;
  return coupon.appliesTo === null || coupon.appliesTo.includes(line.kind) ? left : ZERO_MINOR;
}

function discountOf(coupon: Coupon, baseMinor: AmountMinor): AmountMinor {
  switch (coupon.type) {
    case "percent":
      return roundMinor(decimal(baseMinor).times(coupon.percent).div(100));
    case "fixed":
      return coupon.amountMinor;
    default:
      return assertNever(coupon);
  }
}

/** Whether a coupon still applies to an invoice: its redemption's cycles are not used up. */
export function isCouponInForce(coupon: {
  duration: CouponDuration;
  cycles: number | null;
  cyclesUsed: number;
}): boolean {
  switch (coupon.duration) {
    case "once":
      return coupon.cyclesUsed === 0;
    case "repeating":
      return coupon.cyclesUsed < (coupon.cycles ?? 0);
    case "forever":
      return true;
    default:
      return assertNever(coupon.duration);
  }
}
