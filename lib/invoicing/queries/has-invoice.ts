import "server-only";
import { and, eq } from "drizzle-orm";
import { invoice } from "@/db/schema/invoicing";
import { organizationTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";

/** Whether an address names an invoice or draft of the organization someone acts in. */
export async function hasInvoice({ organizationId }: OrganizationActor, invoiceId: string): Promise<boolean> {
  if (!isId(invoiceId)) return false;
  const rows = await organizationTransaction(
    organizationId,
    (tx) =>
      tx
        .select({ id: invoice.id })
        .from(invoice)
        .where(and(eq(invoice.organizationId, organizationId), eq(invoice.id, invoiceId))),
    { accessMode: "read only" },
  );
  return rows.length > 0;
}
