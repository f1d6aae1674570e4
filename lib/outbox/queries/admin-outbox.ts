import "server-only";
import { and, asc, count, desc, eq, inArray, ne, sql, type SQL } from "drizzle-orm";
import { outboxMessage } from "@/db/schema/operations";
import { organization } from "@/db/schema/organizations";
import type { UserActor } from "@/lib/auth/actor";
import { adminRead } from "@/lib/auth/queries/admin-read";
import type { OutboxStatus } from "@/lib/outbox/outbox-message";

export type TopicBacklog = {
  topic: string;
  status: OutboxStatus;
  count: number;
  oldestAt: Date;
  /** Of the one tried most often. */
  lastError: string | null;
};

export type OutboxRow = {
  id: string;
  topic: string;
  status: OutboxStatus;
  organization: { id: string; name: string } | null;
  attemptCount: number;
  createdAt: Date;
  availableAt: Date;
  lastError: string | null;
};

export type AdminOutbox = { backlog: TopicBacklog[]; rows: OutboxRow[]; rowCount: number };

/** Messages that wait or were given up, by topic, and a page of them. Those delivered are shown only when asked for. */
export async function adminOutbox(
  actor: UserActor,
  list: { page: number; pageSize: number; status?: OutboxStatus | undefined; topic?: string | undefined },
): Promise<AdminOutbox> {
  const where: SQL | undefined = and(
    list.status ? eq(outboxMessage.status, list.status) : ne(outboxMessage.status, "delivered"),
    list.topic ? eq(outboxMessage.topic, list.topic) : undefined,
  );
  return adminRead(actor, async (tx) => {
    const backlog = await tx
      .select({
        topic: outboxMessage.topic,
        status: outboxMessage.status,
        count: count(),
        oldestAt: sql<Date>`min(${outboxMessage.createdAt})`.mapWith(outboxMessage.createdAt),
        lastError: sql<
          string | null
        >`(array_agg(${outboxMessage.lastError} order by ${outboxMessage.attemptCount} desc))[1]`,
      })
      .from(outboxMessage)
      .where(inArray(outboxMessage.status, ["pending", "dead"]))
      .groupBy(outboxMessage.topic, outboxMessage.status)
      .orderBy(asc(outboxMessage.topic), asc(outboxMessage.status));
    const rows = await tx
      .select({ message: outboxMessage, organizationName: organization.name })
      .from(outboxMessage)
      .leftJoin(organization, eq(organization.id, outboxMessage.organizationId))
      .where(where)
      .orderBy(desc(outboxMessage.position))
      .limit(list.pageSize)
      .offset((list.page - 1) * list.pageSize);
    const [all] = await tx.select({ rows: count() }).from(outboxMessage).where(where);
    return {
      backlog,
      rowCount: all?.rows ?? 0,
      rows: rows.map(({ message, organizationName }) => ({
        id: message.id,
        topic: message.topic,
        status: message.status,
        organization:
          message.organizationId && organizationName ? { id: message.organizationId, name: organizationName } : null,
        attemptCount: message.attemptCount,
        createdAt: message.createdAt,
        availableAt: message.availableAt,
        lastError: message.lastError,
      })),
    };
  });
}
