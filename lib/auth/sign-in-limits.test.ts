import { describe, expect, it } from "vitest";
import { addressKey, normalizeEmail, reachedLimit } from "@/lib/auth/sign-in-limits";

describe("reachedLimit", () => {
  it.each([
    [{ account: 9, address: 49, overall: 1_999 }, null],
    [{ account: 10, address: 49, overall: 1_999 }, "account"],
    [{ account: 10, address: 50, overall: 1_999 }, "address"],
    [{ account: 0, address: 0, overall: 2_000 }, "overall"],
  ])("%o is stopped by %s", (failures, limit) => {
    expect(reachedLimit(failures)).toBe(limit);
  });
});

describe("normalizeEmail", () => {
  it.each([
    [" Maria@Example.GR ", "maria@example.gr"],
    ["Μαρία@παράδειγμα.gr", "μαρία@παράδειγμα.gr"],
    ["a\u0301@example.gr", "\u00e1@example.gr"],
  ])("%s is %s", (typed, email) => {
    expect(normalizeEmail(typed)).toBe(email);
  });
});

describe("addressKey", () => {
  it.each([
    [null, "unknown"],
    ["203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
  ])("%s counts as %s", (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
