import "server-only";
import { type AuditRow, auditEvents } from "@/lib/audit/queries/audit-events";
import type { UserActor } from "@/lib/auth/actor";
import { adminRead } from "@/lib/auth/queries/admin-read";
import { type AdminInvoiceDetail, adminInvoice } from "@/lib/invoicing/queries/admin-invoice";
import { journalEntriesOf, type PostedEntry } from "@/lib/ledger/queries/journal-entries";
import { type InvoiceAttempt, invoiceAttempts } from "@/lib/payments/queries/invoice-attempts";

/** More than an invoice ever goes through. */
const MOST_EVENTS = 200;

export type AdminInvoicePage = AdminInvoiceDetail & {
  attempts: InvoiceAttempt[];
  entries: PostedEntry[];
  events: AuditRow[];
};

/** All there is about one invoice: document, tries to collect it, what was posted, who did what. Null when there is none. */
export async function adminInvoicePage(actor: UserActor, invoiceId: string): Promise<AdminInvoicePage | null> {
  return adminRead(actor, async (tx) => {
    const found = await adminInvoice(tx, invoiceId);
    if (found === null) return null;

    const attempts = await invoiceAttempts(tx, { organizationId: found.organization.id, invoiceId });
    const ids = [invoiceId, ...attempts.map((attempt) => attempt.id)];
    return {
      ...found,
      attempts,
      entries: await journalEntriesOf(tx, ids),
      events: await auditEvents(tx, { filter: { entityIds: ids }, page: 1, pageSize: MOST_EVENTS }),
    };
  });
}
