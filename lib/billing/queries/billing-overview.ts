import "server-only";
import { organizationTransaction, type Executor } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import { type NextInvoice, nextInvoice } from "@/lib/billing/queries/next-invoice";
import { type OpenDebt, openDebts } from "@/lib/billing/queries/open-debts";
import { type SubscriptionOverview, subscriptionOverview } from "@/lib/billing/queries/subscription-overview";
import type { CalendarDate } from "@/lib/core/calendar";
import { isAppError } from "@/lib/core/errors";
import { dateInZone } from "@/lib/core/time-zone";
import type { InvoiceListPage } from "@/lib/invoicing/invoice-list";
import { invoiceList } from "@/lib/invoicing/queries/invoice-list";
import { organizationNow } from "@/lib/organizations/queries/organization-now";
import { type SavedPaymentMethod, savedPaymentMethods } from "@/lib/payments/queries/payment-methods";
import { currentUsage, type MetricUsage } from "@/lib/usage/queries/current-usage";

export type BillingOverview = {
  /** The organization's own date; null while it has no subscription to tell its zone by. */
  today: CalendarDate | null;
  subscription: SubscriptionOverview | null;
  usage: MetricUsage[];
  next: NextInvoice | null;
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
        ...(await usageAndNext(tx, { organizationId, subscription, wallClock })),
        debts: await openDebts(tx, organizationId),
        method: method?.isDefault ? method : null,
        recent: await invoiceList(tx, { ...RECENT, organizationId }),
      };
    },
    { accessMode: "read only" },
  );
}

async function usageAndNext(
  tx: Executor,
  of: { organizationId: string; subscription: SubscriptionOverview | null; wallClock: Date },
): Promise<Pick<BillingOverview, "today" | "usage" | "next">> {
  const { organizationId, subscription } = of;
  if (!subscription) return { today: null, usage: [], next: null };

  const now = await organizationNow(tx, organizationId, of.wallClock);
  const today = dateInZone(now, subscription.timeZone);
  if (!subscription.period) return { today, usage: [], next: null };

  const usage = await currentUsage(tx, { organizationId, period: subscription.period, today, now });
  const forecast = new Map(usage.flatMap((row) => (row.forecast === null ? [] : [[row.metric.key, row.forecast]])));
  return { today, usage, next: await invoiceSoFar(tx, subscription.id, forecast) };
}

/** Where the tax cannot be told the next invoice cannot be either; the rest of the page can. */
async function invoiceSoFar(
  tx: Executor,
  subscriptionId: string,
  forecast: ReadonlyMap<string, string>,
): Promise<NextInvoice | null> {
  try {
    return await nextInvoice(tx, subscriptionId, forecast);
  } catch (error) {
    if (isAppError(error, "tax_unavailable")) return null;
    throw error;
  }
}
