import { describe, expect, it } from "vitest";

import { deriveRoleUrl, runtimeRoleUrls } from "@/db/role-urls";

const ownerUrl = "postgres://owner:p%40ss@db.example:6543/concierge?sslmode=require";

describe("deriveRoleUrl", () => {
  it("keeps server, port, database and options", () => {
    expect(deriveRoleUrl(ownerUrl, "nc_app")).toMatch(
      /^postgres:\/\/nc_app:[0-9a-f]{64}@db\.example:6543\/concierge\?sslmode=require$/,
    );
  });

  it("gives each role a password of its own, the same every time", () => {
    expect(deriveRoleUrl(ownerUrl, "nc_app")).toBe(deriveRoleUrl(ownerUrl, "nc_app"));
    expect(new URL(deriveRoleUrl(ownerUrl, "nc_app")).password).not.toBe(
      new URL(deriveRoleUrl(ownerUrl, "nc_platform")).password,
    );
  });

  it("refuses an owner without a password: anyone could derive from nothing", () => {
    expect(() => deriveRoleUrl("postgres://owner@db.example/concierge", "nc_app")).toThrow(/DATABASE_APP_URL/);
  });
});

describe("runtimeRoleUrls", () => {
  it("prefers what is given, and derives what is empty", () => {
    const urls = runtimeRoleUrls({ ownerUrl, appUrl: "postgres://nc_app:x@a/b", platformUrl: "" });
    expect(urls.appUrl).toBe("postgres://nc_app:x@a/b");
    expect(urls.platformUrl).toBe(deriveRoleUrl(ownerUrl, "nc_platform"));
  });

  it("needs no owner when both are given", () => {
    const given = { appUrl: "postgres://nc_app:x@a/b", platformUrl: "postgres://nc_platform:y@a/b" };
    expect(runtimeRoleUrls(given)).toEqual(given);
  });

  it("says what is missing", () => {
    expect(() => runtimeRoleUrls({})).toThrow(/DATABASE_URL/);
  });
});
