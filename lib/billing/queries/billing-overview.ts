import "server-only";
import { organizationTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import { type OpenDebt, openDebts } from "@/lib/billing/queries/open-debts";
import { type SubscriptionOverview, subscriptionOverview } from "@/lib/billing/queries/subscription-overview";
import { type UsageSoFar, usageSoFar } from "@/lib/billing/queries/usage-so-far";
import type { InvoiceListPage } from "@/lib/invoicing/invoice-list";
import { invoiceList } from "@/lib/invoicing/queries/invoice-list";
import { type SavedPaymentMethod, savedPaymentMethods } from "@/lib/payments/queries/payment-methods";

export type BillingOverview = UsageSoFar & {
  subscription: SubscriptionOverview | null;
  debts: OpenDebt[];
  /** The method invoices are collected from. */
  method: SavedPaymentMethod | null;
  recent: InvoiceListPage;
};

const RECENT = { page: 1, pageSize: 6, query: "" };

/** All that the portal's first page says about an organization's plan, use and invoices. `wallClock` is the real now. */
export function billingOverview(actor: OrganizationActor, wallClock: Date): Promise<BillingOverview> {
  const { organizationId } = actor;
  return organizationTransaction(
    organizationId,
    async (tx) => {
      const subscription = await subscriptionOverview(tx, organizationId);
      const [method] = await savedPaymentMethods(tx, organizationId);
      return {
        subscription,
        ...(await usageSoFar(tx, { organizationId, subscription, wallClock })),
        debts: await openDebts(tx, organizationId),
        method: method?.isDefault ? method : null,
        recent: await invoiceList(tx, { ...RECENT, organizationId }),
      };
    },
    { accessMode: "read only" },
  );
}
