import "server-only";
import { organizationTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import type { InvoiceListPage } from "@/lib/invoicing/invoice-list";
import { invoiceList, type InvoiceListRequest } from "@/lib/invoicing/queries/invoice-list";

/** The invoices of the organization someone acts in, a page at a time. */
export function invoiceListPage(actor: OrganizationActor, request: InvoiceListRequest): Promise<InvoiceListPage> {
  const { organizationId } = actor;
  return organizationTransaction(organizationId, (tx) => invoiceList(tx, { ...request, organizationId }), {
    accessMode: "read only",
  });
}
