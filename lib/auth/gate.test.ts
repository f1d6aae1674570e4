import { describe, expect, it } from "vitest";
import type { MembershipRole, UserActor } from "@/lib/auth/actor";
import { GATES, homePath, landingPath, opensTo } from "@/lib/auth/gate";

function person(role: MembershipRole | null, isSuperAdmin = false): UserActor {
  return {
    kind: "user",
    userId: "01900000-0000-7000-8000-000000000001",
    sessionId: "01900000-0000-7000-8000-000000000002",
    name: "Maria",
    email: "maria@example.gr",
    isSuperAdmin,
    organizationId: role && "01900000-0000-7000-8000-000000000003",
    role,
    ipAddress: null,
  };
}

describe("opensTo", () => {
  it.each([
    [person("owner"), ["manager"], "/manager"],
    [person("manager"), ["manager"], "/manager"],
    [person("staff"), ["manager"], "/manager"],
    [person("resident"), ["resident"], "/resident"],
    [person(null, true), ["admin"], "/admin"],
    [person("manager", true), ["manager", "admin"], "/admin"],
    [person(null), [], "/"],
  ])("lets %o through %j, and home is %s", (actor, open, home) => {
    expect(GATES.filter((gate) => opensTo(gate, actor))).toEqual(open);
    expect(homePath(actor)).toBe(home);
  });
});

describe("landingPath", () => {
  it.each([
    [null, "/resident"],
    ["/", "/resident"],
    ["/resident/charges?month=2026-11", "/resident/charges?month=2026-11"],
    ["/manager", "/resident"],
    ["/manager?x=1", "/resident"],
    ["/manager/billing", "/resident"],
    ["/managers", "/managers"],
    ["/en/pricing", "/en/pricing"],
  ])("sends a resident who asked for %s to %s", (asked, path) => {
    expect(landingPath(person("resident"), asked)).toBe(path);
  });
});
