import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isGreekVatNumber } from "@/lib/invoicing/greek-vat";
import { isIban, normalizeIban } from "@/lib/invoicing/iban";

describe("a Greek tax number", () => {
  test.each(["094014201", "090000045", "123456783", "094019245"])("%s is one", (digits) => {
    expect(isGreekVatNumber(digits)).toBe(true);
  });

  test.each(["000000000", "123456780", "12345678", "1234567831", "12345678A", "", " 94014201"])(
    "%s is none",
    (digits) => {
      expect(isGreekVatNumber(digits)).toBe(false);
    },
  );

  test("has one check digit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (number) => {
        const eight = String(number).padStart(8, "0");
        const fitting = [..."0123456789"].filter((digit) => isGreekVatNumber(`${eight}${digit}`));
        expect(fitting).toHaveLength(1);
      }),
    );
  });
});

describe("an IBAN", () => {
  test.each(["GR1601101250000000012300695", "DE89370400440532013000", "GB82WEST12345698765432", "NO9386011117947"])(
    "%s is one",
    (iban) => {
      expect(isIban(iban)).toBe(true);
    },
  );

  test.each([
    "GR1601101250000000012300696",
    "GR160110125000000001230069",
    "gr1601101250000000012300695",
    "GR16 0110",
    "",
    "1234567890123456",
  ])("%s is none", (iban) => {
    expect(isIban(iban)).toBe(false);
  });

  test("is read with spaces and small letters", () => {
    expect(normalizeIban(" gr16 0110 1250 0000 0001 2300 695 ")).toBe("GR1601101250000000012300695");
  });
});
