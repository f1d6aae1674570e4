import { expect, test } from "vitest";
import { currencyOf } from "@/lib/core/currency";
import { calendarDate } from "@/lib/core/calendar";
import { amountMinor } from "@/lib/core/money";
import { isChargeable, openAmountMinor, paymentAttemptKey } from "@/lib/payments/attempt";
import { paymentEntry } from "@/lib/payments/payment-entry";
import { paymentState } from "@/lib/payments/payment-state";

test("each attempt has a key of its own", () => {
  expect(paymentAttemptKey("i", 1)).not.toBe(paymentAttemptKey("i", 2));
  expect(paymentAttemptKey("i", 1)).toBe(paymentAttemptKey("i", 1));
});

test("under half a euro nothing is charged", () => {
  expect(isChargeable(49, "EUR")).toBe(false);
  expect(isChargeable(50, "EUR")).toBe(true);
  expect(isChargeable(30, "GBP")).toBe(true);
});

test("credit notes, credit balance and payments leave the open amount", () => {
  const [totalMinor, creditedMinor, creditAppliedMinor, amountPaidMinor] = [1000, 200, 300, 100].map(amountMinor);
  expect(
    openAmountMinor({
      totalMinor: totalMinor ?? amountMinor(0),
      creditedMinor: creditedMinor ?? amountMinor(0),
      creditAppliedMinor: creditAppliedMinor ?? amountMinor(0),
      amountPaidMinor: amountPaidMinor ?? amountMinor(0),
    }),
  ).toBe(400);
});

test("a payment's entry balances, with or without something left over", () => {
  const header = { date: calendarDate("2026-02-01"), currency: currencyOf("EUR") };
  for (const [applied, surplus] of [
    [3596, 0],
    [3000, 596],
    [0, 3596],
  ] as const) {
    const { lines } = paymentEntry(header, { appliedMinor: amountMinor(applied), surplusMinor: amountMinor(surplus) });
    expect(lines.reduce((sum, line) => sum + line.amountMinor, 0)).toBe(0);
    expect(lines.find((line) => line.account === "cash_at_provider")?.amountMinor).toBe(3596);
  }
});

test("the payment state is what the attempts say", () => {
  const open = { status: "open", amountPaidMinor: 0 } as const;
  expect(paymentState({ ...open, attempts: [] })).toBe("none");
  expect(paymentState({ ...open, attempts: [{ status: "unknown" }] })).toBe("processing");
  expect(paymentState({ ...open, attempts: [{ status: "failed" }, { status: "canceled" }] })).toBe("failed");
  expect(paymentState({ ...open, amountPaidMinor: 5, attempts: [] })).toBe("partial");
  expect(paymentState({ ...open, status: "paid", attempts: [{ status: "failed" }] })).toBe("paid");
});
