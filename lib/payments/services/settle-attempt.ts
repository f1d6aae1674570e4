import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { paymentAttempt } from "@/db/schema/payments";
import type { Executor } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { Actor } from "@/lib/auth/actor";
import type { AmountMinor } from "@/lib/core/money";
import { nextAttemptStatus, outcomeDoubt, type OutcomeDoubt } from "@/lib/payments/outcome-check";
import type { PaymentAttemptStatus, PaymentSession } from "@/lib/payments/payment";
import type { PaymentOutcome } from "@/lib/payments/payment-gateway";
import { bookPayment } from "@/lib/payments/services/book-payment";
import { type LockedAttempt, lockAttempt } from "@/lib/payments/services/lock-attempt";
import { reportFailedPayment } from "@/lib/payments/services/report-failed-payment";
import { savePaymentMethod } from "@/lib/payments/services/save-payment-method";

/**
 * paid: the open invoice is paid · partly_paid: something of it is · draft_paid: the caller issues the draft · credited: nothing was owed any more, so the money
 * became credit balance · flagged: the answer is not about this payment; a person looks · ignored: it was known already.
 */
export type SettlementKind =
  | "paid"
  | "partly_paid"
  | "draft_paid"
  | "credited"
  | "failed"
  | "canceled"
  | "processing"
  | "requires_action"
  | "unknown"
  | "flagged"
  | "ignored";

export type Settlement = {
  kind: SettlementKind;
  /** The attempt's status from now on. */
  status: PaymentAttemptStatus;
  attemptId: string;
  invoiceId: string;
  organizationId: string;
  subscriptionId: string | null;
  session: PaymentSession;
  amountMinor: AmountMinor;
};

export type SettleRequest = {
  attemptId: string;
  outcome: PaymentOutcome;
  /** The organization's now. */
  now: Date;
  actor: Actor;
};

/**
 * Applies what the provider said of an attempt, once: any number of answers in any order end in the same state. Locks the
 * billing account, then the attempt and its invoice.
 * @throws AppError not_found
 */
export async function settleAttempt(tx: Executor, request: SettleRequest): Promise<Settlement> {
  const locked = await lockAttempt(tx, request.attemptId);
  const { attempt, invoice } = locked;
  const { outcome } = request;
  const settled = (kind: SettlementKind, status: PaymentAttemptStatus): Settlement => ({
    kind,
    status,
    attemptId: attempt.id,
    invoiceId: invoice.id,
    organizationId: attempt.organizationId,
    subscriptionId: invoice.subscriptionId,
    session: attempt.session,
    amountMinor: attempt.amountMinor,
  });

  const awaitsCard = attempt.session === "on_session" && attempt.paymentMethodId === null;
  const next = nextAttemptStatus({ status: attempt.status, awaitsCard }, outcome);
  if (next === null) return settled("ignored", attempt.status);

  const doubt = outcomeDoubt(
    { ...attempt, attemptId: attempt.id, providerCustomerIds: locked.customers.map(({ id }) => id) },
    outcome,
  );
  if (doubt !== null) {
    await flag(tx, locked, { ...request, doubt });
    return settled("flagged", "unknown");
  }

  if (!(await writeStatus(tx, locked, { ...request, next }))) return settled("ignored", attempt.status);
  switch (next) {
    case "succeeded":
      await keepUsedMethod(tx, locked, request);
      return settled(await bookPayment(tx, locked, request), next);
    case "failed":
    case "canceled":
      await reportFailedPayment(tx, locked, { ...request, next });
      return settled(next, next);
    case "processing":
    case "requires_action":
    case "unknown":
      return settled(next, next);
    case "pending":
      return settled("ignored", attempt.status);
  }
}

async function writeStatus(
  tx: Executor,
  { attempt }: LockedAttempt,
  change: SettleRequest & { next: PaymentAttemptStatus },
): Promise<boolean> {
  const { outcome, next, now } = change;
  const isOver = next === "succeeded" || next === "failed" || next === "canceled";
  const written = await tx
    .update(paymentAttempt)
    .set({
      status: next,
      ...(outcome.providerPaymentIntentId ? { providerPaymentIntentId: outcome.providerPaymentIntentId } : {}),
      ...(outcome.providerChargeId ? { providerChargeId: outcome.providerChargeId } : {}),
      ...(outcome.providerAt ? { providerAt: outcome.providerAt } : {}),
      ...(isOver ? { settledAt: now } : {}),
      failureCode: outcome.decline?.code ?? null,
      declineCode: outcome.decline?.declineCode ?? null,
      failureMessage: outcome.decline?.message ?? null,
    })
    .where(and(eq(paymentAttempt.id, attempt.id), ne(paymentAttempt.status, "succeeded")))
    .returning({ id: paymentAttempt.id });
  return written.length === 1;
}

/** A new card the payer has just paid with is kept, as agreed on the page, and pays from now on. */
async function keepUsedMethod(
  tx: Executor,
  { attempt, customers }: LockedAttempt,
  request: SettleRequest,
): Promise<void> {
  const { paymentMethod: method, providerCustomerId } = request.outcome;
  const provider = customers.find((customer) => customer.id === providerCustomerId)?.provider;
  if (attempt.session !== "on_session" || attempt.paymentMethodId !== null || !method || !provider) return;

  const { organizationId } = attempt;
  const { now, actor } = request;
  const paymentMethodId = await savePaymentMethod(tx, {
    organizationId,
    provider,
    method,
    asDefault: true,
    now,
    actor,
  });
  await tx.update(paymentAttempt).set({ paymentMethodId }).where(eq(paymentAttempt.id, attempt.id));
}

/** The attempt stays open and blocks any other until a person has looked; told once. */
async function flag(
  tx: Executor,
  { attempt, invoice }: LockedAttempt,
  found: SettleRequest & { doubt: OutcomeDoubt },
): Promise<void> {
  const { outcome, doubt, actor, now } = found;
  if (attempt.failureCode === doubt) return;

  await tx
    .update(paymentAttempt)
    .set({
      status: "unknown",
      failureCode: doubt,
      failureMessage: "The provider's answer differs from what was asked.",
    })
    .where(eq(paymentAttempt.id, attempt.id));
  await recordAudit(tx, [
    {
      organizationId: attempt.organizationId,
      actor,
      action: "payment.flagged",
      entityType: "payment_attempt",
      entityId: attempt.id,
      detail: {
        reason: doubt,
        invoiceId: invoice.id,
        askedMinor: attempt.amountMinor,
        askedCurrency: attempt.currency,
        answeredMinor: outcome.amountMinor ?? null,
        answeredCurrency: outcome.currency ?? null,
        providerPaymentIntentId: outcome.providerPaymentIntentId ?? null,
      },
      occurredAt: now,
    },
  ]);
}
