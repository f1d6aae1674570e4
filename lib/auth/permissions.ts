import type { MembershipRole, UserActor } from "@/lib/auth/actor";

/** What can be done within one organization, by its members. */
export const ORGANIZATION_PERMISSIONS = [
  "organization.manage",
  "members.manage",
  "billing.view",
  "billing.manage",
  "billing.pay",
  "usage.view",
  "analytics.view",
  "api_keys.manage",
  "buildings.view",
  "buildings.manage",
  "apartments.manage",
  "people.manage",
  "announcements.manage",
  "requests.manage",
  "charges.view",
  "charges.manage",
  "documents.view",
  "documents.manage",
  "resident.view",
  "resident.act",
] as const;
export type OrganizationPermission = (typeof ORGANIZATION_PERMISSIONS)[number];

/** What only the platform's own people can do. */
export const ADMIN_PERMISSIONS = [
  "admin.view",
  "admin.manage",
  "admin.test_clocks",
  "issuer.manage",
  "catalog.manage",
] as const;
export type AdminPermission = (typeof ADMIN_PERMISSIONS)[number];

export const PERMISSIONS = [...ORGANIZATION_PERMISSIONS, ...ADMIN_PERMISSIONS] as const;
export type Permission = OrganizationPermission | AdminPermission;

const STAFF: readonly OrganizationPermission[] = [
  "buildings.view",
  "buildings.manage",
  "apartments.manage",
  "people.manage",
  "announcements.manage",
  "requests.manage",
  "charges.view",
  "documents.view",
  "documents.manage",
];

const MANAGER: readonly OrganizationPermission[] = [
  ...STAFF,
  "billing.view",
  "billing.manage",
  "billing.pay",
  "usage.view",
  "analytics.view",
  "charges.manage",
];

const GRANTS: Record<MembershipRole, ReadonlySet<Permission>> = {
  owner: new Set([...MANAGER, "organization.manage", "members.manage", "api_keys.manage"]),
  manager: new Set(MANAGER),
  staff: new Set(STAFF),
  resident: new Set(["documents.view", "resident.view", "resident.act"]),
};

const ADMIN_GRANTS: ReadonlySet<Permission> = new Set(ADMIN_PERMISSIONS);

/**
 * Whether someone may do a thing at all: within the organization they act in by their role there, and on the platform as a
 * super-admin. Being one gives nothing inside an organization. Which rows it holds for is decided by the WHERE clause.
 */
export function can(
  actor: Pick<UserActor, "organizationId" | "role" | "isSuperAdmin">,
  permission: Permission,
): boolean {
  if (ADMIN_GRANTS.has(permission)) return actor.isSuperAdmin;
  return actor.organizationId !== null && actor.role !== null && GRANTS[actor.role].has(permission);
}
