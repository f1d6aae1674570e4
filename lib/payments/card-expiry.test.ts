import { expect, test } from "vitest";
import { calendarDate } from "@/lib/core/calendar";
import { expiryText, isExpired } from "@/lib/payments/card-expiry";

const today = calendarDate("2026-11-21");

test.each([
  [{ expiryMonth: 11, expiryYear: 2026 }, "11/2026", false],
  [{ expiryMonth: 10, expiryYear: 2026 }, "10/2026", true],
  [{ expiryMonth: 1, expiryYear: 2027 }, "01/2027", false],
  [{ expiryMonth: 12, expiryYear: 2025 }, "12/2025", true],
  [{ expiryMonth: null, expiryYear: null }, null, false],
])("%o", (card, text, expired) => {
  expect(expiryText(card)).toBe(text);
  expect(isExpired(card, today)).toBe(expired);
});
