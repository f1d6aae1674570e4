import "server-only";
import { and, desc, eq, inArray } from "drizzle-orm";
import { userAccount } from "@/db/schema/identity";
import { auditEvent } from "@/db/schema/operations";
import { organizationTransaction } from "@/db/transaction";
import type { ActorKind, OrganizationActor } from "@/lib/auth/actor";

export type Activity = {
  id: string;
  action: string;
  entityId: string;
  detail: Record<string, unknown>;
  occurredAt: Date;
  actorKind: ActorKind;
  /** Null for what the system did, and for people who are gone or are not of this organization. */
  actorName: string | null;
};

/** The newest events of the organization among some actions, newest first. */
export function recentActivity(
  actor: OrganizationActor,
  { actions, limit }: { actions: readonly string[]; limit: number },
): Promise<Activity[]> {
  const { organizationId } = actor;
  return organizationTransaction(organizationId, (tx) =>
    tx
      .select({
        id: auditEvent.id,
        action: auditEvent.action,
        entityId: auditEvent.entityId,
        detail: auditEvent.detail,
        occurredAt: auditEvent.occurredAt,
        actorKind: auditEvent.actorKind,
        actorName: userAccount.name,
      })
      .from(auditEvent)
      .leftJoin(userAccount, eq(userAccount.id, auditEvent.actorUserId))
      .where(and(eq(auditEvent.organizationId, organizationId), inArray(auditEvent.action, [...actions])))
      .orderBy(desc(auditEvent.occurredAt), desc(auditEvent.id))
      .limit(limit),
  );
}
