import "server-only";
import { eq, sql } from "drizzle-orm";
import { billingAccount } from "@/db/schema/billing";
import { invoice } from "@/db/schema/invoicing";
import type { Executor } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { currencyOf } from "@/lib/core/currency";
import { addMinor, type AmountMinor, minMinor, subtractMinor, ZERO_MINOR } from "@/lib/core/money";
import { dateInZone } from "@/lib/core/time-zone";
import { postJournalEntries } from "@/lib/ledger/services/post-journal-entries";
import { enqueueOutbox } from "@/lib/outbox/services/enqueue-outbox";
import { openAmountMinor } from "@/lib/payments/attempt";
import { paymentEntry } from "@/lib/payments/payment-entry";
import type { LockedAttempt } from "@/lib/payments/services/lock-attempt";

type When = { now: Date; actor: Actor };

/**
 * Books money that has arrived: journal, audit, and the invoice's amount paid, its status and `invoice.paid`. A draft is left to
 * the caller, who issues and books it as paid in the same transaction.
 */
export async function bookPayment(
  tx: Executor,
  locked: LockedAttempt,
  when: When,
): Promise<"paid" | "partly_paid" | "draft_paid" | "credited"> {
  const { attempt, invoice: due } = locked;
  if (due.status === "draft") {
    await recordAudit(tx, [auditOf(locked, { ...when, surplusMinor: ZERO_MINOR })]);
    return "draft_paid";
  }

  const openMinor = owedMinor(due);
  const appliedMinor = minMinor(attempt.amountMinor, openMinor);
  const surplusMinor = subtractMinor(attempt.amountMinor, appliedMinor);
  const header = { date: dateInZone(when.now, locked.issuerTimeZone), currency: currencyOf(attempt.currency) };
  await postJournalEntries(tx, [
    {
      organizationId: attempt.organizationId,
      mode: locked.mode,
      sourceId: attempt.id,
      occurredAt: when.now,
      entry: paymentEntry(header, { appliedMinor, surplusMinor }),
    },
  ]);
  await recordAudit(tx, [auditOf(locked, { ...when, surplusMinor })]);
  if (surplusMinor > ZERO_MINOR) await addCredit(tx, due.billingAccountId, surplusMinor);
  if (appliedMinor === ZERO_MINOR) return "credited";

  const isCovered = appliedMinor === openMinor;
  await payInvoiceRow(tx, locked, { appliedMinor, isCovered, now: when.now });
  return isCovered ? "paid" : "partly_paid";
}

/** What the money can settle. A debt written off may still be paid; a void document is owed by nobody. */
function owedMinor(due: LockedAttempt["invoice"]): AmountMinor {
  switch (due.status) {
    case "open":
    case "uncollectible":
      return openAmountMinor(due);
    case "draft":
    case "paid":
    case "void":
      return ZERO_MINOR;
  }
}

async function payInvoiceRow(
  tx: Executor,
  { attempt, invoice: due }: LockedAttempt,
  payment: { appliedMinor: AmountMinor; isCovered: boolean; now: Date },
): Promise<void> {
  await tx
    .update(invoice)
    .set({
      amountPaidMinor: addMinor(due.amountPaidMinor, payment.appliedMinor),
      ...(payment.isCovered ? { status: "paid" as const, paidAt: payment.now } : {}),
    })
    .where(eq(invoice.id, due.id));
  if (!payment.isCovered) return;

  await enqueueOutbox(tx, [
    {
      organizationId: due.organizationId,
      topic: "invoice.paid",
      aggregateId: due.id,
      key: `invoice.paid:${due.id}`,
      payload: { invoiceId: due.id, attemptId: attempt.id },
    },
  ]);
}

async function addCredit(tx: Executor, billingAccountId: string, surplusMinor: AmountMinor): Promise<void> {
  await tx
    .update(billingAccount)
    .set({ creditBalanceMinor: sql`${billingAccount.creditBalanceMinor} + ${surplusMinor}` })
    .where(eq(billingAccount.id, billingAccountId));
}

function auditOf({ attempt, invoice: due }: LockedAttempt, booked: When & { surplusMinor: AmountMinor }) {
  return {
    organizationId: attempt.organizationId,
    actor: booked.actor,
    action: "payment.succeeded",
    entityType: "payment_attempt",
    entityId: attempt.id,
    detail: {
      invoiceId: due.id,
      invoiceNumber: due.number,
      amountMinor: attempt.amountMinor,
      currency: attempt.currency,
      toCreditBalanceMinor: booked.surplusMinor,
    },
    occurredAt: booked.now,
  };
}
