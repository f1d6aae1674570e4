import fc from "fast-check";
import { expect, test } from "vitest";

import { changeAmounts, proratedMinor, remainingShare, unusedCredit } from "@/lib/billing/proration";
import { calendarDate } from "@/lib/core/calendar";
import { currencyOf } from "@/lib/core/currency";
import { amountMinor } from "@/lib/core/money";

const EUR = currencyOf("EUR");
const march = { start: calendarDate("2026-03-01"), end: calendarDate("2026-04-01") };

test("the day of a change belongs to the new price, and a night of clock change counts as a day", () => {
  expect(remainingShare(march, calendarDate("2026-03-11"))).toEqual({ days: 21, denominator: 31 });
  expect(remainingShare(march, march.start)).toEqual({ days: 31, denominator: 31 });
  expect(remainingShare(march, march.end)).toEqual({ days: 0, denominator: 31 });
  expect(() => remainingShare(march, calendarDate("2026-04-02"))).toThrow("outside");
});

test("credit and charge are rounded apart", () => {
  const amounts = changeAmounts({
    billed: { billedMinor: amountMinor(3000), creditedMinor: amountMinor(0) },
    newPrice: "50.00",
    share: { days: 21, denominator: 31 },
    restarts: false,
    currency: EUR,
  });
  expect(amounts).toEqual({ creditMinor: 2032, chargeMinor: 3387, netMinor: 1355 });
});

test("however often a line is credited, never more comes back than was billed", () => {
  const anyAmount = fc.integer({ min: 0, max: 1_000_000 });
  const manyDays = fc.array(fc.integer({ min: 0, max: 31 }), { maxLength: 8 });
  fc.assert(
    fc.property(anyAmount, manyDays, (billed, credits) => {
      let credited = 0;
      for (const days of credits) {
        const line = { billedMinor: amountMinor(billed), creditedMinor: amountMinor(credited) };
        credited += unusedCredit(line, { days, denominator: 31 });
        expect(credited).toBeLessThanOrEqual(billed);
      }
    }),
  );
});

test("used and unused parts differ from the whole by at most the one cent that rounding apart can give", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 366 }), (amount, denominator) => {
      const days = amount % (denominator + 1);
      const used = proratedMinor(amountMinor(amount), { days, denominator });
      const unused = proratedMinor(amountMinor(amount), { days: denominator - days, denominator });
      expect(Math.abs(used + unused - amount)).toBeLessThanOrEqual(1);
    }),
  );
});
