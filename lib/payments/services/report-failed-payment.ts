import "server-only";
import type { Executor } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { enqueueOutbox } from "@/lib/outbox/services/enqueue-outbox";
import type { PaymentOutcome } from "@/lib/payments/payment-gateway";
import type { LockedAttempt } from "@/lib/payments/services/lock-attempt";

type Report = { outcome: PaymentOutcome; next: "failed" | "canceled"; now: Date; actor: Actor };

/**
 * Audits an attempt that is over without money, and says so with `payment.failed` when a card on file was refused. Whoever
 * pays in front of the page has read it there, and a payment that was cancelled was refused by nobody.
 */
export async function reportFailedPayment(tx: Executor, locked: LockedAttempt, report: Report): Promise<void> {
  const { attempt, invoice } = locked;
  await recordAudit(tx, [
    {
      organizationId: attempt.organizationId,
      actor: report.actor,
      action: `payment.${report.next}`,
      entityType: "payment_attempt",
      entityId: attempt.id,
      detail: {
        invoiceId: invoice.id,
        invoiceNumber: invoice.number,
        amountMinor: attempt.amountMinor,
        currency: attempt.currency,
        code: report.outcome.decline?.code ?? null,
        declineCode: report.outcome.decline?.declineCode ?? null,
      },
      occurredAt: report.now,
    },
  ]);
  if (report.next !== "failed" || attempt.session !== "off_session") return;

  await enqueueOutbox(tx, [
    {
      organizationId: attempt.organizationId,
      topic: "payment.failed",
      aggregateId: invoice.id,
      key: `payment.failed:${attempt.id}`,
      payload: { attemptId: attempt.id, invoiceId: invoice.id },
    },
  ]);
}
