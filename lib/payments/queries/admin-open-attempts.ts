import "server-only";
import { count, desc, eq, inArray } from "drizzle-orm";
import { invoice } from "@/db/schema/invoicing";
import { organization } from "@/db/schema/organizations";
import { paymentAttempt } from "@/db/schema/payments";
import type { UserActor } from "@/lib/auth/actor";
import { adminRead } from "@/lib/auth/queries/admin-read";
import { type Currency, currencyOf } from "@/lib/core/currency";
import type { AmountMinor } from "@/lib/core/money";
import { OPEN_ATTEMPT_STATUSES, type PaymentAttemptStatus } from "@/lib/payments/payment";

export type OpenAttempt = {
  id: string;
  invoiceId: string;
  invoiceNumber: string | null;
  organizationName: string;
  timeZone: string;
  status: PaymentAttemptStatus;
  amountMinor: AmountMinor;
  currency: Currency;
  startedAt: Date;
  createdAt: Date;
  providerPaymentIntentId: string | null;
};

/** Payments whose outcome is still to come, a page of them: the provider has not said, or the payer has not confirmed. */
export async function adminOpenAttempts(
  actor: UserActor,
  list: { page: number; pageSize: number; status?: (typeof OPEN_ATTEMPT_STATUSES)[number] | undefined },
): Promise<{ rows: OpenAttempt[]; rowCount: number }> {
  const where = list.status
    ? eq(paymentAttempt.status, list.status)
    : inArray(paymentAttempt.status, [...OPEN_ATTEMPT_STATUSES]);
  return adminRead(actor, async (tx) => {
    const rows = await tx
      .select({
        attempt: paymentAttempt,
        invoiceNumber: invoice.number,
        organizationName: organization.name,
        timeZone: organization.timeZone,
      })
      .from(paymentAttempt)
      .innerJoin(invoice, eq(invoice.id, paymentAttempt.invoiceId))
      .innerJoin(organization, eq(organization.id, paymentAttempt.organizationId))
      .where(where)
      .orderBy(desc(paymentAttempt.createdAt), desc(paymentAttempt.id))
      .limit(list.pageSize)
      .offset((list.page - 1) * list.pageSize);
    const [all] = await tx.select({ rows: count() }).from(paymentAttempt).where(where);
    return {
      rowCount: all?.rows ?? 0,
      rows: rows.map(({ attempt, ...named }) => ({
        ...named,
        id: attempt.id,
        invoiceId: attempt.invoiceId,
        status: attempt.status,
        amountMinor: attempt.amountMinor,
        currency: currencyOf(attempt.currency),
        startedAt: attempt.startedAt,
        createdAt: attempt.createdAt,
        providerPaymentIntentId: attempt.providerPaymentIntentId,
      })),
    };
  });
}
