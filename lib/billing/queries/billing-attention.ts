import "server-only";
import { desc, eq } from "drizzle-orm";
import { paymentAttempt } from "@/db/schema/payments";
import { type Executor, organizationTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import { type SubscriptionOverview, subscriptionOverview } from "@/lib/billing/queries/subscription-overview";
import { openInvoices, type PayableInvoice } from "@/lib/invoicing/queries/open-invoices";
import type { PaymentAttemptStatus } from "@/lib/payments/payment";
import { savedPaymentMethods } from "@/lib/payments/queries/payment-methods";

/** An unpaid invoice, and how the last try to pay it went; null when there was none. */
export type UnpaidInvoice = PayableInvoice & { lastAttempt: PaymentAttemptStatus | null };

export type BillingAttention = {
  subscription: SubscriptionOverview | null;
  unpaid: UnpaidInvoice[];
  hasPaymentMethod: boolean;
};

/** What of an organization's plan and money may need someone of its own today. Oldest debt first. */
export function billingAttention(actor: OrganizationActor): Promise<BillingAttention> {
  const { organizationId } = actor;
  return organizationTransaction(organizationId, async (tx) => {
    const subscription = await subscriptionOverview(tx, organizationId);
    const unpaid: UnpaidInvoice[] = [];
    for (const invoice of await openInvoices(tx, organizationId)) {
      unpaid.push({ ...invoice, lastAttempt: await lastAttemptStatus(tx, invoice.id) });
    }
    const methods = await savedPaymentMethods(tx, organizationId);
    return { subscription, unpaid, hasPaymentMethod: methods.length > 0 };
  });
}

async function lastAttemptStatus(tx: Executor, invoiceId: string): Promise<PaymentAttemptStatus | null> {
  const [last] = await tx
    .select({ status: paymentAttempt.status })
    .from(paymentAttempt)
    .where(eq(paymentAttempt.invoiceId, invoiceId))
    .orderBy(desc(paymentAttempt.attemptNumber))
    .limit(1);
  return last?.status ?? null;
}
