import "server-only";
import { and, eq, max } from "drizzle-orm";
import { invoice } from "@/db/schema/invoicing";
import { paymentAttempt } from "@/db/schema/payments";
import type { Executor } from "@/db/transaction";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { InvoiceStatus } from "@/lib/invoicing/invoice";
import { isChargeable, isOpenAttempt, openAmountMinor, paymentAttemptKey } from "@/lib/payments/attempt";
import type { PaymentSession } from "@/lib/payments/payment";

export type BeginAttempt = {
  organizationId: string;
  invoiceId: string;
  session: PaymentSession;
  /** The statuses in which it may be paid this way. */
  payable: readonly InvoiceStatus[];
  paymentMethodId: string | null;
  /** The organization's now. */
  now: Date;
  /** Left out: the next one. */
  attemptNumber?: number;
};

/**
 * begun: the row is written; after the commit the provider is called · open: another attempt must be settled first ·
 * exists: this number was used and is over · not_payable: the status, or nothing is due · below_minimum: not charged.
 */
export type BegunAttempt =
  | { kind: "begun"; attempt: typeof paymentAttempt.$inferSelect; invoice: typeof invoice.$inferSelect }
  | { kind: "open"; attemptId: string; attemptNumber: number }
  | { kind: "exists"; attemptId: string }
  | { kind: "not_payable"; status: InvoiceStatus }
  | { kind: "below_minimum" };

/**
 * Writes the attempt before the provider is called, so that whatever happens then is known to have been tried. The invoice is
 * held meanwhile: two callers at once make one attempt.
 * @throws AppError not_found
 */
export async function beginAttempt(tx: Executor, request: BeginAttempt): Promise<BegunAttempt> {
  const { organizationId, invoiceId, session, paymentMethodId } = request;
  const [due] = await tx
    .select()
    .from(invoice)
    .where(and(eq(invoice.organizationId, organizationId), eq(invoice.id, invoiceId)))
    .for("no key update");
  if (!due) throw new AppError("not_found");

  const refused = await whyNot(tx, due, request);
  if (refused) return refused;

  const attemptNumber = request.attemptNumber ?? (await lastNumber(tx, invoiceId)) + 1;
  const [attempt] = await tx
    .insert(paymentAttempt)
    .values({
      id: newId(),
      organizationId,
      invoiceId,
      attemptNumber,
      session,
      status: "pending",
      idempotencyKey: paymentAttemptKey(invoiceId, attemptNumber),
      amountMinor: openAmountMinor(due),
      currency: due.currency,
      paymentMethodId,
      startedAt: request.now,
    })
    .returning();
  if (!attempt) throw new AppError("internal");
  return { kind: "begun", attempt, invoice: due };
}

async function whyNot(
  tx: Executor,
  due: typeof invoice.$inferSelect,
  request: BeginAttempt,
): Promise<Exclude<BegunAttempt, { kind: "begun" }> | null> {
  const attempts = await tx
    .select({ id: paymentAttempt.id, status: paymentAttempt.status, number: paymentAttempt.attemptNumber })
    .from(paymentAttempt)
    .where(eq(paymentAttempt.invoiceId, due.id));
  const open = attempts.find((attempt) => isOpenAttempt(attempt.status));
  if (open) return { kind: "open", attemptId: open.id, attemptNumber: open.number };
  const same = attempts.find((attempt) => attempt.number === request.attemptNumber);
  if (same) return { kind: "exists", attemptId: same.id };

  const openMinor = openAmountMinor(due);
  if (!request.payable.includes(due.status) || openMinor <= 0) return { kind: "not_payable", status: due.status };
  return isChargeable(openMinor, due.currency) ? null : { kind: "below_minimum" };
}

async function lastNumber(tx: Executor, invoiceId: string): Promise<number> {
  const [row] = await tx
    .select({ last: max(paymentAttempt.attemptNumber) })
    .from(paymentAttempt)
    .where(eq(paymentAttempt.invoiceId, invoiceId));
  return row?.last ?? 0;
}
