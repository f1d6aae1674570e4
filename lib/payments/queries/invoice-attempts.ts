import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { paymentAttempt, paymentMethod } from "@/db/schema/payments";
import type { Executor } from "@/db/transaction";
import type { AmountMinor } from "@/lib/core/money";
import type { PaymentAttemptStatus, PaymentSession } from "@/lib/payments/payment";

export type InvoiceAttempt = {
  id: string;
  attemptNumber: number;
  session: PaymentSession;
  status: PaymentAttemptStatus;
  amountMinor: AmountMinor;
  currency: string;
  startedAt: Date;
  settledAt: Date | null;
  failureCode: string | null;
  declineCode: string | null;
  method: { kind: string; brand: string | null; last4: string | null } | null;
};

/** Every try to pay an invoice, the first one first. */
export async function invoiceAttempts(
  tx: Executor,
  of: { organizationId: string; invoiceId: string },
): Promise<InvoiceAttempt[]> {
  const rows = await tx
    .select({ attempt: paymentAttempt, method: paymentMethod })
    .from(paymentAttempt)
    .leftJoin(paymentMethod, eq(paymentMethod.id, paymentAttempt.paymentMethodId))
    .where(and(eq(paymentAttempt.organizationId, of.organizationId), eq(paymentAttempt.invoiceId, of.invoiceId)))
    .orderBy(asc(paymentAttempt.attemptNumber));
  return rows.map(({ attempt, method }) => ({
    id: attempt.id,
    attemptNumber: attempt.attemptNumber,
    session: attempt.session,
    status: attempt.status,
    amountMinor: attempt.amountMinor,
    currency: attempt.currency,
    startedAt: attempt.startedAt,
    settledAt: attempt.settledAt,
    failureCode: attempt.failureCode,
    declineCode: attempt.declineCode,
    method: method ? { kind: method.kind, brand: method.brand, last4: method.last4 } : null,
  }));
}
