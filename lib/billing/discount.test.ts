import fc from "fast-check";
import { expect, test } from "vitest";

import { applyCoupons, type Coupon, isCouponInForce } from "@/lib/billing/discount";
import { amountMinor, sumMinor } from "@/lib/core/money";
import type { LineItemKind } from "@/lib/invoicing/line-item";

const named = { code: "TEST", name: { en: "Test", el: "Δοκιμή" }, appliesTo: null };
const percent = (value: string, appliesTo: readonly LineItemKind[] | null = null): Coupon => ({
  ...named,
  type: "percent",
  percent: value,
  appliesTo,
});
const fixed = (value: number): Coupon => ({ ...named, type: "fixed", amountMinor: amountMinor(value) });
const line = (amount: number, kind: LineItemKind = "recurring") => ({ kind, amountMinor: amountMinor(amount) });

test("the order of coupons is the order they were attached in", () => {
  expect(applyCoupons([line(100)], [fixed(10), percent("20")]).totalMinor).toBe(28);
  expect(applyCoupons([line(100)], [percent("20"), fixed(10)]).totalMinor).toBe(30);
});

test("a coupon restricted to kinds of line leaves the others alone", () => {
  const { remainingMinor } = applyCoupons([line(1000), line(500, "usage")], [percent("50", ["recurring"])]);
  expect(remainingMinor).toEqual([500, 500]);
});

test("credit lines get no discount, and no line falls below zero", () => {
  const anyLines = fc.array(fc.integer({ min: -5000, max: 100_000 }), { minLength: 1, maxLength: 10 });
  const anyCoupon = fc.oneof(
    fc.integer({ min: 0, max: 10_000 }).map((hundredths) => percent((hundredths / 100).toFixed(2))),
    fc.integer({ min: 0, max: 200_000 }).map(fixed),
  );
  fc.assert(
    fc.property(anyLines, fc.array(anyCoupon, { maxLength: 4 }), (amounts, coupons) => {
      const lines = amounts.map((amount) => line(amount));
      const { remainingMinor, totalMinor, coupons: applied } = applyCoupons(lines, coupons);
      remainingMinor.forEach((left, index) => {
        const before = amounts[index] ?? 0;
        if (before <= 0) expect(left).toBe(amountMinor(before));
        else expect(left >= 0 && left <= before).toBe(true);
      });
      expect(sumMinor(remainingMinor) + totalMinor).toBe(sumMinor(lines.map(({ amountMinor: amount }) => amount)));
      for (const { shares, totalMinor: taken } of applied) expect(sumMinor(shares)).toBe(taken);
    }),
  );
});

test("a coupon lasts once, for its cycles, or for good", () => {
  expect(isCouponInForce({ duration: "once", cycles: null, cyclesUsed: 1 })).toBe(false);
  expect(isCouponInForce({ duration: "repeating", cycles: 3, cyclesUsed: 2 })).toBe(true);
  expect(isCouponInForce({ duration: "repeating", cycles: 3, cyclesUsed: 3 })).toBe(false);
  expect(isCouponInForce({ duration: "forever", cycles: null, cyclesUsed: 99 })).toBe(true);
});
