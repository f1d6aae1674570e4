import "server-only";
import { and, eq } from "drizzle-orm";
import { invoice } from "@/db/schema/invoicing";
import { paymentAttempt, paymentCustomer, paymentMethod } from "@/db/schema/payments";
import type { Executor } from "@/db/transaction";
import { AppError } from "@/lib/core/errors";
import { chargeRequest } from "@/lib/payments/charge-request";
import type { ChargeRequest } from "@/lib/payments/payment-gateway";

export type AttemptDetails = {
  attempt: typeof paymentAttempt.$inferSelect;
  providerCustomerId: string | null;
  /** The same charge, word for word as it was asked; only a saved card charged off-session is ever asked for twice. */
  charge: ChargeRequest | null;
};

/**
 * An attempt with what is needed to ask its provider about it.
 * @throws AppError not_found
 */
export async function attemptDetails(
  tx: Executor,
  of: { attemptId: string; provider: string; organizationId?: string },
): Promise<AttemptDetails> {
  const { attemptId, provider, organizationId } = of;
  const [row] = await tx
    .select({
      attempt: paymentAttempt,
      number: invoice.number,
      customerId: paymentCustomer.providerCustomerId,
      methodId: paymentMethod.providerPaymentMethodId,
    })
    .from(paymentAttempt)
    .innerJoin(invoice, eq(invoice.id, paymentAttempt.invoiceId))
    .leftJoin(
      paymentCustomer,
      and(eq(paymentCustomer.organizationId, paymentAttempt.organizationId), eq(paymentCustomer.provider, provider)),
    )
    .leftJoin(
      paymentMethod,
      and(eq(paymentMethod.id, paymentAttempt.paymentMethodId), eq(paymentMethod.provider, provider)),
    )
    .where(
      and(
        eq(paymentAttempt.id, attemptId),
        organizationId === undefined ? undefined : eq(paymentAttempt.organizationId, organizationId),
      ),
    );
  if (!row) throw new AppError("not_found");

  const { attempt, customerId, methodId } = row;
  const canRepeat = attempt.session === "off_session" && customerId !== null && methodId !== null;
  const charge = canRepeat
    ? chargeRequest(attempt, {
        invoiceNumber: row.number,
        providerCustomerId: customerId,
        providerPaymentMethodId: methodId,
      })
    : null;
  return { attempt, providerCustomerId: customerId, charge };
}
