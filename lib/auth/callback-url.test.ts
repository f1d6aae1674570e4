import { describe, expect, it } from "vitest";
import { safeCallbackPath, signInPath } from "@/lib/auth/callback-url";

describe("safeCallbackPath", () => {
  it.each(["/", "/manager", "/manager/billing?plan=pro&x=%2f%2fevil", "/a#b", "/%2f%2fevil.test", "/κτίριο"])(
    "takes %s",
    (path) => {
      expect(safeCallbackPath(path)).toBe(path);
    },
  );

  it.each([
    "//evil.test",
    "/\\evil.test",
    "\\/evil.test",
    "https:evil",
    "https://evil.test",
    "javascript:alert(1)",
    "%2f%2fevil",
    "/\t/evil.test",
    "/\n/evil.test",
    "/.//evil.test",
    "/x/..//evil.test",
    " /manager",
    "",
    `/${"a".repeat(2_000)}`,
    null,
    undefined,
    ["/manager"],
  ])("refuses %j", (path) => {
    expect(safeCallbackPath(path)).toBeNull();
  });
});

describe("signInPath", () => {
  it("leads back to where one was", () => {
    expect(signInPath("/manager/billing?tab=usage")).toBe("/sign-in?callbackUrl=%2Fmanager%2Fbilling%3Ftab%3Dusage");
  });

  it.each(["//evil.test", null, "/"])("forgets %j", (path) => {
    expect(signInPath(path)).toBe("/sign-in");
  });
});
