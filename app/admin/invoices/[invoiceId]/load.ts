import { notFound } from "next/navigation";
import { cache } from "react";
import type { UserActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { type AdminInvoicePage, adminInvoicePage } from "@/lib/payments/queries/admin-invoice-page";

/** The invoice of the address, read once a request; not found when there is none. */
export const loadInvoice = cache(async (actor: UserActor, invoiceId: string): Promise<AdminInvoicePage> => {
  const page = isId(invoiceId) ? await adminInvoicePage(actor, invoiceId) : null;
  return page ?? notFound();
});
