import "server-only";
import { insertRows } from "@/db/insert-rows";
import { auditEvent } from "@/db/schema/operations";
import type { Executor } from "@/db/transaction";
import type { Actor } from "@/lib/auth/actor";

export type NewAuditEvent = {
  organizationId: string | null;
  actor: Actor;
  /** What was done, such as `subscription.started`. */
  action: string;
  entityType: string;
  entityId: string;
  detail?: Record<string, unknown>;
  /** By the organization's clock. */
  occurredAt: Date;
};

/** Writes who did what, in the transaction of the change itself. One statement for all. */
export async function recordAudit(tx: Executor, events: NewAuditEvent[]): Promise<void> {
  await insertRows(
    tx,
    auditEvent,
    events.map(({ actor, detail, ...event }) => ({
      ...event,
      detail: detail ?? {},
      actorKind: actor.kind,
      actorUserId: actor.kind === "user" ? actor.userId : null,
      ipAddress: actor.kind === "user" ? actor.ipAddress : null,
    })),
  );
}
