import "server-only";
import { and, count, desc, eq, isNull, type SQL } from "drizzle-orm";
import { webhookEvent } from "@/db/schema/payments";
import type { UserActor } from "@/lib/auth/actor";
import { adminRead } from "@/lib/auth/queries/admin-read";

export type WebhookRow = {
  id: string;
  providerEventId: string;
  type: string;
  objectId: string | null;
  receivedAt: Date;
  /** Null until its work was done. */
  processedAt: Date | null;
};

export type AdminWebhooks = {
  rows: WebhookRow[];
  rowCount: number;
  received: number;
  waiting: number;
  types: string[];
};

/** The inbox of the payment provider's events, a page of it. */
export async function adminWebhooks(
  actor: UserActor,
  list: { page: number; pageSize: number; type?: string | undefined; waitingOnly: boolean },
): Promise<AdminWebhooks> {
  const where: SQL | undefined = and(
    list.type ? eq(webhookEvent.type, list.type) : undefined,
    list.waitingOnly ? isNull(webhookEvent.processedAt) : undefined,
  );
  return adminRead(actor, async (tx) => {
    const rows = await tx
      .select({
        id: webhookEvent.id,
        providerEventId: webhookEvent.providerEventId,
        type: webhookEvent.type,
        objectId: webhookEvent.objectId,
        receivedAt: webhookEvent.receivedAt,
        processedAt: webhookEvent.processedAt,
      })
      .from(webhookEvent)
      .where(where)
      .orderBy(desc(webhookEvent.receivedAt), desc(webhookEvent.id))
      .limit(list.pageSize)
      .offset((list.page - 1) * list.pageSize);
    const [matching] = await tx.select({ rows: count() }).from(webhookEvent).where(where);
    const [received] = await tx.select({ rows: count() }).from(webhookEvent);
    const [waiting] = await tx.select({ rows: count() }).from(webhookEvent).where(isNull(webhookEvent.processedAt));
    const types = await tx.selectDistinct({ type: webhookEvent.type }).from(webhookEvent).orderBy(webhookEvent.type);
    return {
      rows,
      rowCount: matching?.rows ?? 0,
      received: received?.rows ?? 0,
      waiting: waiting?.rows ?? 0,
      types: types.map((row) => row.type),
    };
  });
}
