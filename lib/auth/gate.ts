import type { MembershipRole, OrganizationActor, UserActor } from "@/lib/auth/actor";

/** The three doors of the product. */
export const GATES = ["manager", "resident", "admin"] as const;
export type Gate = (typeof GATES)[number];

/** Who stands behind a door once it has opened. */
export type GateActor<G extends Gate> = G extends "admin" ? UserActor : OrganizationActor;

const ROLES: Record<Exclude<Gate, "admin">, readonly MembershipRole[]> = {
  manager: ["owner", "manager", "staff"],
  resident: ["resident"],
};

/** Whether the door opens: by the role in the active organization, and to super-admins alone for the platform's own. */
export function opensTo<G extends Gate>(gate: G, actor: UserActor): boolean {
  if (gate === "admin") return actor.isSuperAdmin;
  return isOrganizationActor(actor) && ROLES[gate as Exclude<Gate, "admin">].includes(actor.role);
}

function isOrganizationActor(actor: UserActor): actor is OrganizationActor {
  return actor.organizationId !== null && actor.role !== null;
}

/** The first page after signing in. A super-admin's work lies on the platform, whatever else they belong to. */
export function homePath(actor: Pick<UserActor, "isSuperAdmin" | "role">): string {
  if (actor.isSuperAdmin) return "/admin";
  if (actor.role === null) return "/";
  return actor.role === "resident" ? "/resident" : "/manager";
}

/** Where signing in leads: to the page that was asked for, unless it lies behind a door that does not open for this person. */
export function landingPath(actor: UserActor, callbackPath: string | null): string {
  if (callbackPath === null || callbackPath === "/") return homePath(actor);
  const gate = GATES.find((name) => new RegExp(`^/${name}(?:[/?#]|$)`).test(callbackPath));
  return gate === undefined || opensTo(gate, actor) ? callbackPath : homePath(actor);
}
