import { describe, expect, it } from "vitest";
import type { UserActor } from "@/lib/auth/actor";
import { can, PERMISSIONS, type Permission } from "@/lib/auth/permissions";

const ORGANIZATION = "01900000-0000-7000-8000-000000000001";

const WHO = {
  owner: { organizationId: ORGANIZATION, role: "owner", isSuperAdmin: false },
  manager: { organizationId: ORGANIZATION, role: "manager", isSuperAdmin: false },
  staff: { organizationId: ORGANIZATION, role: "staff", isSuperAdmin: false },
  resident: { organizationId: ORGANIZATION, role: "resident", isSuperAdmin: false },
  superAdmin: { organizationId: null, role: null, isSuperAdmin: true },
  nobody: { organizationId: null, role: null, isSuperAdmin: false },
} satisfies Record<string, Pick<UserActor, "organizationId" | "role" | "isSuperAdmin">>;

const COLUMNS = ["owner", "manager", "staff", "resident", "superAdmin", "nobody"] as const;

/** x = may, . = may not, in the order of the columns above. */
const MATRIX: Record<Permission, string> = {
  "organization.manage": "x.....",
  "members.manage": "x.....",
  "billing.view": "xx....",
  "billing.manage": "xx....",
  "billing.pay": "xx....",
  "usage.view": "xx....",
  "analytics.view": "xx....",
  "api_keys.manage": "x.....",
  "buildings.view": "xxx...",
  "buildings.manage": "xxx...",
  "apartments.manage": "xxx...",
  "people.manage": "xxx...",
  "announcements.manage": "xxx...",
  "requests.manage": "xxx...",
  "charges.view": "xxx...",
  "charges.manage": "xx....",
  "documents.view": "xxxx..",
  "documents.manage": "xxx...",
  "resident.view": "...x..",
  "resident.act": "...x..",
  "admin.view": "....x.",
  "admin.manage": "....x.",
  "admin.test_clocks": "....x.",
  "issuer.manage": "....x.",
  "catalog.manage": "....x.",
};

describe("can", () => {
  it.each(PERMISSIONS)("%s is exactly as the matrix says", (permission) => {
    expect(COLUMNS.map((who) => (can(WHO[who], permission) ? "x" : ".")).join("")).toBe(MATRIX[permission]);
  });

  it("adds up for a super-admin who is also a member", () => {
    const both = { organizationId: ORGANIZATION, role: "staff", isSuperAdmin: true } as const;
    expect(can(both, "admin.manage")).toBe(true);
    expect(can(both, "buildings.manage")).toBe(true);
    expect(can(both, "billing.view")).toBe(false);
  });
});
