import { applyCoupons, type Coupon, type CouponShares } from "@/lib/billing/discount";
import { discountDescription } from "@/lib/billing/line-description";
import { assert } from "@/lib/core/assert";
import type { Currency } from "@/lib/core/currency";
import { toDecimalString } from "@/lib/core/decimal";
import { type AmountMinor, negateMinor } from "@/lib/core/money";
import { minorToDecimal } from "@/lib/core/rounding";
import type { LineItem } from "@/lib/invoicing/line-item";

/** One line for each part a coupon takes of a line, at that line's tax, so that the tax falls with the price. */
export function discountLines(lines: readonly LineItem[], coupons: readonly Coupon[], currency: Currency): LineItem[] {
  return applyCoupons(lines, coupons).coupons.flatMap((applied) =>
    lines.flatMap((line, index) => {
      const share = applied.shares[index];
      return share ? [discountLine(line, { applied, share, currency })] : [];
    }),
  );
}

function discountLine(
  line: LineItem,
  { applied, share, currency }: { applied: CouponShares; share: AmountMinor; currency: Currency },
): LineItem {
  assert(line.kind !== "discount", "a discount is not discounted again");
  const { coupon } = applied;
  const text = (amount: AmountMinor) => toDecimalString(minorToDecimal(amount, currency));
  return {
    kind: "discount",
    description: discountDescription(coupon.name, line.description),
    servicePeriod: line.servicePeriod,
    taxPoint: line.taxPoint,
    quantity: "-1",
    unitPrice: text(share),
    amountExact: `-${text(share)}`,
    amountMinor: negateMinor(share),
    taxCategory: line.taxCategory,
    taxRate: line.taxRate,
    explanation: {
      kind: "discount",
      coupon: coupon.code,
      type: coupon.type,
      value: coupon.type === "percent" ? coupon.percent : text(coupon.amountMinor),
      base: text(applied.baseMinor),
      total: text(applied.totalMinor),
      share: text(share),
      of: line.kind,
    },
  };
}
