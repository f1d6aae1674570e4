import { notFound } from "next/navigation";
import { cache } from "react";
import { type AdminCustomerPage, adminCustomerPage } from "@/lib/analytics/queries/admin-customer-page";
import type { UserActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";

/** The customer of the address, read once a request; not found when there is none. */
export const loadCustomer = cache(async (actor: UserActor, customerId: string): Promise<AdminCustomerPage> => {
  const page = isId(customerId) ? await adminCustomerPage(actor, customerId) : null;
  return page ?? notFound();
});
