import "server-only";
import type { OrganizationActor, UserActor } from "@/lib/auth/actor";
import { type AdminPermission, can, type Permission } from "@/lib/auth/permissions";
import { currentActor } from "@/lib/auth/queries/session";
import { AppError } from "@/lib/core/errors";

/** `public` = anyone, `self` = anyone signed in, about themselves alone. */
export type Authorization = "public" | "self" | Permission;

/** Who stands behind an authorization: the type says whether there is an organization. */
export type ActorFor<P extends Authorization> = P extends "public"
  ? UserActor | null
  : P extends "self" | AdminPermission
    ? UserActor
    : OrganizationActor;

/**
 * The actor of this request, if they may.
 * @throws AppError session_expired | forbidden
 */
export async function authorize<P extends Authorization>(permission: P): Promise<ActorFor<P>> {
  const actor = await currentActor();
  if (permission === "public") return actor as ActorFor<P>;
  if (actor === null) throw new AppError("session_expired");
  if (permission !== "self" && !can(actor, permission)) throw new AppError("forbidden");

  return actor as ActorFor<P>;
}
