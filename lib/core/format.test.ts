import { expect, test } from "vitest";

import { calendarDate } from "@/lib/core/calendar";
import { currencyOf } from "@/lib/core/currency";
import {
  formatDate,
  formatDecimal,
  formatInstant,
  formatMoney,
  formatPercent,
  formatUnitPrice,
} from "@/lib/core/format";
import { amountMinor } from "@/lib/core/money";

test.each([
  [123456, "EUR", "€1,234.56", "1.234,56\u00a0€"],
  [-500, "EUR", "\u2212€5.00", "\u22125,00\u00a0€"],
  [0, "EUR", "€0.00", "0,00\u00a0€"],
  [1234567, "JPY", "¥1,234,567", "1.234.567\u00a0¥"],
  [1500, "KWD", "KWD\u00a01.500", "1,500\u00a0KWD"],
  [99, "CHF", "CHF\u00a00.99", "0,99\u00a0CHF"],
])("%i %s is written %s and %s", (amount, code, english, greek) => {
  expect(formatMoney(amountMinor(amount), currencyOf(code), "en")).toBe(english);
  expect(formatMoney(amountMinor(amount), currencyOf(code), "el")).toBe(greek);
});

test("numbers, rates and unit prices keep their digits", () => {
  expect(formatDecimal("1234567.125", "el")).toBe("1.234.567,125");
  expect(formatDecimal("-1234.5", "en", 2)).toBe("\u22121,234.50");
  expect(formatDecimal("-0.001", "en", 2)).toBe("0.00");
  expect(formatPercent("5.5", "el")).toBe("5,5%");
  expect(formatUnitPrice("0.000135", currencyOf("EUR"), "en")).toBe("€0.000135");
  expect(formatUnitPrice("0.4", currencyOf("EUR"), "el")).toBe("0,40\u00a0€");
});

test("dates are written in the language's own words", () => {
  const date = calendarDate("2026-05-05");
  expect(formatDate(date, "en", "long")).toBe("5 May 2026");
  expect(formatDate(date, "el", "long")).toBe("5 Μαΐου 2026");
  expect(formatDate(date, "el", "medium")).toBe("5 Μαΐ 2026");
  expect(formatDate(date, "el", "month")).toBe("Μάιος 2026");
  expect(formatDate(calendarDate("2026-12-05"), "el", "day_month")).toBe("5 Δεκεμβρίου");
  expect(formatDate(date, "en", "short")).toBe("05/05/2026");
  expect(formatInstant(new Date("2026-12-05T22:05:00Z"), "Europe/Athens", "en")).toBe("6 Dec 2026, 00:05");
});
