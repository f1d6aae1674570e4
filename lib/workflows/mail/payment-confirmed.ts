import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { subscription } from "@/db/schema/billing";
import { paymentAttempt, paymentMethod } from "@/db/schema/payments";
import type { Executor } from "@/db/transaction";
import { AppError } from "@/lib/core/errors";
import { dateInZone } from "@/lib/core/time-zone";
import { paymentMethodLabel } from "@/lib/invoicing/payment-method-label";
import { addresseeOf } from "@/lib/workflows/mail/addressee";
import type { MailDraft } from "@/lib/workflows/mail/mail-draft";
import { type MailedInvoice, mailedInvoice } from "@/lib/workflows/mail/mailed-invoice";

/**
 * Money arrived. An invoice that was paid before it was issued has had no other mail, so its PDF goes with this one.
 * @throws AppError not_found; provider_unavailable while a PDF that must go with it is not stored yet
 */
export async function draftPaymentConfirmed(tx: Executor, invoiceId: string): Promise<MailDraft> {
  const { row, summary, viewPath } = await mailedInvoice(tx, invoiceId);
  const { to, props, timeZone } = await addresseeOf(tx, row.organizationId);
  const next = await nextInvoiceAt(tx, row);
  return {
    template: "payment-confirmed",
    ...to,
    props: {
      ...props,
      invoice: summary,
      ...(await paymentOf(tx, row)),
      paidOn: dateInZone(row.paidAt ?? to.writtenAt, timeZone),
      ...(next ? { nextInvoiceOn: dateInZone(next, timeZone) } : {}),
      viewPath,
    },
    attachment: attachmentOf(row),
  };
}

async function paymentOf(tx: Executor, row: MailedInvoice["row"]) {
  const [payment] = await tx
    .select({ attempt: paymentAttempt, method: paymentMethod })
    .from(paymentAttempt)
    .leftJoin(paymentMethod, eq(paymentMethod.id, paymentAttempt.paymentMethodId))
    .where(and(eq(paymentAttempt.invoiceId, row.id), eq(paymentAttempt.status, "succeeded")))
    .orderBy(desc(paymentAttempt.attemptNumber))
    .limit(1);
  return {
    amountMinor: payment?.attempt.amountMinor ?? row.amountPaidMinor,
    ...(payment?.method ? { methodLabel: paymentMethodLabel(payment.method) } : {}),
  };
}

async function nextInvoiceAt(tx: Executor, row: MailedInvoice["row"]): Promise<Date | null> {
  if (row.subscriptionId === null) return null;
  const [held] = await tx
    .select({ next: subscription.nextBoundaryAt })
    .from(subscription)
    .where(eq(subscription.id, row.subscriptionId));
  return held?.next ?? null;
}

function attachmentOf(row: MailedInvoice["row"]): MailDraft["attachment"] {
  const wasPaidFirst = row.paidAt !== null && row.paidAt.getTime() === row.issuedAt?.getTime();
  if (!wasPaidFirst) return null;
  if (row.pdfFileId === null) throw new AppError("provider_unavailable", { message: "its PDF is not there yet" });
  return { fileId: row.pdfFileId, name: `${row.number}.pdf` };
}
