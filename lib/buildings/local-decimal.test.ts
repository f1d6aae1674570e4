import { describe, expect, it } from "vitest";

import { parseLocalDecimal } from "@/lib/buildings/local-decimal";

describe("parseLocalDecimal", () => {
  it.each([
    ["85", "85"],
    [" 85,5 ", "85.5"],
    ["85.50", "85.5"],
    ["1.234,56", "1234.56"],
    ["1,234.56", "1234.56"],
    ["1 234,5", "1234.5"],
    ["0,5", "0.5"],
    ["007", "7"],
    ["10,00", "10"],
  ])("reads %s as %s", (text, expected) => {
    expect(parseLocalDecimal(text)).toBe(expected);
  });

  it.each(["", "1.234", "1,234", "-5", "5-", "1,2,3", "12.34.567,8", "1e3", "٣", "85,555", "85 m2", "Infinity"])(
    "refuses %j",
    (text) => {
      expect(parseLocalDecimal(text)).toBeNull();
    },
  );
});
