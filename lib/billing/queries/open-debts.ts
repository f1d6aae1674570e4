import "server-only";
import type { Executor } from "@/db/transaction";
import { currencyOf, type Currency } from "@/lib/core/currency";
import type { PaymentState } from "@/lib/invoicing/invoice";
import { openInvoices, type PayableInvoice } from "@/lib/invoicing/queries/open-invoices";
import { isChargeable } from "@/lib/payments/attempt";
import type { DeclineMessageKey } from "@/lib/payments/decline-code";
import { lastDecline } from "@/lib/payments/last-decline";
import { paymentState } from "@/lib/payments/payment-state";
import { invoiceAttempts } from "@/lib/payments/queries/invoice-attempts";

/** An invoice that is owed, with how its last payment went. */
export type OpenDebt = Omit<PayableInvoice, "currency"> & {
  currency: Currency;
  state: PaymentState;
  decline: DeclineMessageKey | null;
  failedAt: Date | null;
  /** False under the provider's minimum: then it joins the next collection. */
  canBePaid: boolean;
};

/** What an organization owes, oldest first. */
export async function openDebts(tx: Executor, organizationId: string): Promise<OpenDebt[]> {
  const owed = await openInvoices(tx, organizationId);
  const debts: OpenDebt[] = [];
  for (const invoice of owed) {
    const attempts = await invoiceAttempts(tx, { organizationId, invoiceId: invoice.id });
    debts.push({
      ...invoice,
      currency: currencyOf(invoice.currency),
      state: paymentState({ status: "open", amountPaidMinor: 0, attempts }),
      decline: lastDecline(attempts),
      failedAt: attempts.findLast((attempt) => attempt.status === "failed")?.settledAt ?? null,
      canBePaid: isChargeable(invoice.dueMinor, invoice.currency),
    });
  }
  return debts;
}
