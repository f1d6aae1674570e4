import "server-only";
import { auditEvent } from "@/db/schema/operations";
import type { Executor } from "@/db/transaction";

export type AuthEvent = {
  action: "session.started" | "session.ended" | "session.organization_switched";
  userId: string;
  sessionId: string;
  ipAddress: string | null;
  occurredAt: Date;
  organizationId?: string | null;
};

/** Writes what happened to a session into the audit log. lib/audit stands on lib/auth, so it cannot be called from here. */
export async function recordAuthEvent(tx: Executor, event: AuthEvent): Promise<void> {
  await tx.insert(auditEvent).values({
    organizationId: event.organizationId ?? null,
    actorKind: "user",
    actorUserId: event.userId,
    action: event.action,
    entityType: "user_session",
    entityId: event.sessionId,
    detail: {},
    occurredAt: event.occurredAt,
    ipAddress: event.ipAddress,
  });
}
