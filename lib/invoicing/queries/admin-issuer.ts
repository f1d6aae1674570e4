import "server-only";
import { and, count, desc, eq, isNotNull } from "drizzle-orm";
import { documentCounter, invoice, issuer } from "@/db/schema/invoicing";
import { type AuditRow, auditEvents } from "@/lib/audit/queries/audit-events";
import type { UserActor } from "@/lib/auth/actor";
import { adminRead } from "@/lib/auth/queries/admin-read";
import type { OrganizationMode } from "@/lib/organizations/organization";

const SHOWN_EVENTS = 10;

export type AdminIssuer = {
  issuer: typeof issuer.$inferSelect;
  issuedCount: number;
  /** Series and the number that comes next in each. */
  series: { series: string; year: number; next: number }[];
  events: AuditRow[];
};

/** Who issues the documents of a mode, what they have issued and who changed them; null while there is none. */
export async function adminIssuer(actor: UserActor, mode: OrganizationMode): Promise<AdminIssuer | null> {
  return adminRead(actor, async (tx) => {
    const [found] = await tx.select().from(issuer).where(eq(issuer.mode, mode));
    if (!found) return null;
    const [issued] = await tx
      .select({ rows: count() })
      .from(invoice)
      .where(and(eq(invoice.issuerId, found.id), isNotNull(invoice.number)));
    const series = await tx
      .select({ series: documentCounter.series, year: documentCounter.year, next: documentCounter.next })
      .from(documentCounter)
      .where(eq(documentCounter.issuerId, found.id))
      .orderBy(desc(documentCounter.year), documentCounter.series);
    return {
      issuer: found,
      issuedCount: issued?.rows ?? 0,
      series,
      events: await auditEvents(tx, { filter: { entityIds: [found.id] }, page: 1, pageSize: SHOWN_EVENTS }),
    };
  });
}
