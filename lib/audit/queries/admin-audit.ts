import "server-only";
import { sql } from "drizzle-orm";
import { auditEvent } from "@/db/schema/operations";
import { type AuditFilter, type AuditRow, auditEvents, countAuditEvents } from "@/lib/audit/queries/audit-events";
import type { UserActor } from "@/lib/auth/actor";
import { adminRead } from "@/lib/auth/queries/admin-read";

export type AdminAudit = {
  rows: AuditRow[];
  rowCount: number;
  /** What can be filtered by: the subjects of all actions there are. */
  subjects: string[];
};

/** The audit log, a page of it. */
export async function adminAudit(
  actor: UserActor,
  list: { filter: AuditFilter; page: number; pageSize: number },
): Promise<AdminAudit> {
  return adminRead(actor, async (tx) => {
    const subject = sql<string>`split_part(${auditEvent.action}, '.', 1)`;
    const subjects = await tx.selectDistinct({ subject }).from(auditEvent).orderBy(subject);
    return {
      rows: await auditEvents(tx, list),
      rowCount: await countAuditEvents(tx, list.filter),
      subjects: subjects.map((row) => row.subject),
    };
  });
}
