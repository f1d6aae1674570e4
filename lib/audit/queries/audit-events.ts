import "server-only";
import { and, count, desc, eq, gte, inArray, like, lt, type SQL } from "drizzle-orm";
import { userAccount } from "@/db/schema/identity";
import { auditEvent } from "@/db/schema/operations";
import { organization } from "@/db/schema/organizations";
import type { Executor } from "@/db/transaction";
import type { ActorKind } from "@/lib/auth/actor";

export type AuditRow = {
  id: string;
  organizationId: string | null;
  organizationName: string | null;
  actorKind: ActorKind;
  /** The person's name, when a person did it. */
  actorName: string | null;
  action: string;
  entityType: string;
  entityId: string;
  detail: Record<string, unknown>;
  /** By the organization's clock; `createdAt` by the wall. */
  occurredAt: Date;
  createdAt: Date;
  /** The zone it is told in; null for what belongs to no organization. */
  timeZone: string | null;
  ipAddress: string | null;
};

export type AuditFilter = {
  organizationId?: string | undefined;
  /** The part before the dot, such as `invoice`. */
  subject?: string | undefined;
  actorKind?: ActorKind | undefined;
  /** What an entity went through. */
  entityIds?: readonly string[] | undefined;
  from?: Date | undefined;
  until?: Date | undefined;
};

type AuditPage = { filter: AuditFilter; page: number; pageSize: number };

/** Who did what, newest first. */
export async function auditEvents(tx: Executor, { filter, page, pageSize }: AuditPage): Promise<AuditRow[]> {
  const rows = await tx
    .select({
      event: auditEvent,
      actorName: userAccount.name,
      organizationName: organization.name,
      timeZone: organization.timeZone,
    })
    .from(auditEvent)
    .leftJoin(userAccount, eq(userAccount.id, auditEvent.actorUserId))
    .leftJoin(organization, eq(organization.id, auditEvent.organizationId))
    .where(matching(filter))
    .orderBy(desc(auditEvent.occurredAt), desc(auditEvent.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return rows.map(({ event, ...named }) => ({
    id: event.id,
    organizationId: event.organizationId,
    actorKind: event.actorKind,
    action: event.action,
    entityType: event.entityType,
    entityId: event.entityId,
    detail: event.detail,
    occurredAt: event.occurredAt,
    createdAt: event.createdAt,
    ipAddress: event.ipAddress,
    ...named,
  }));
}

export async function countAuditEvents(tx: Executor, filter: AuditFilter): Promise<number> {
  const [row] = await tx.select({ events: count() }).from(auditEvent).where(matching(filter));
  return row?.events ?? 0;
}

function matching(filter: AuditFilter): SQL | undefined {
  return and(
    filter.organizationId ? eq(auditEvent.organizationId, filter.organizationId) : undefined,
    filter.subject ? like(auditEvent.action, `${filter.subject.replaceAll(/[\\%_]/g, "\\$&")}.%`) : undefined,
    filter.actorKind ? eq(auditEvent.actorKind, filter.actorKind) : undefined,
    filter.entityIds ? inArray(auditEvent.entityId, [...filter.entityIds]) : undefined,
    filter.from ? gte(auditEvent.occurredAt, filter.from) : undefined,
    filter.until ? lt(auditEvent.occurredAt, filter.until) : undefined,
  );
}
