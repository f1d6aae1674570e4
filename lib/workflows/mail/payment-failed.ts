import "server-only";
import { eq } from "drizzle-orm";
import { paymentAttempt, paymentMethod } from "@/db/schema/payments";
import type { Executor } from "@/db/transaction";
import { AppError } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/locale";
import { dateInZone } from "@/lib/core/time-zone";
import { paymentMethodLabel } from "@/lib/invoicing/payment-method-label";
import { explainDecline } from "@/lib/payments/decline-code";
import el from "@/messages/el/payments.json";
import en from "@/messages/en/payments.json";
import { addresseeOf } from "@/lib/workflows/mail/addressee";
import type { MailDraft } from "@/lib/workflows/mail/mail-draft";
import { mailedInvoice, PAYMENT_METHODS_PATH } from "@/lib/workflows/mail/mailed-invoice";

const REASONS = { en: en.reason, el: el.reason } satisfies Record<Locale, typeof en.reason>;

/**
 * A card on file was refused; nothing when the invoice was paid or dropped since, as the mail would be wrong.
 * @throws AppError not_found
 */
export async function draftPaymentFailed(tx: Executor, attemptId: string): Promise<MailDraft | null> {
  const [failed] = await tx
    .select({ attempt: paymentAttempt, method: paymentMethod })
    .from(paymentAttempt)
    .leftJoin(paymentMethod, eq(paymentMethod.id, paymentAttempt.paymentMethodId))
    .where(eq(paymentAttempt.id, attemptId));
  if (!failed) throw new AppError("not_found");

  const { attempt, method } = failed;
  const { row, summary, payPath } = await mailedInvoice(tx, attempt.invoiceId);
  if (row.status !== "open") return null;

  const { to, props, timeZone } = await addresseeOf(tx, row.organizationId);
  const { messageKey } = explainDecline({ code: attempt.failureCode ?? "", declineCode: attempt.declineCode });
  return {
    template: "payment-failed",
    ...to,
    props: {
      ...props,
      invoice: summary,
      failedOn: dateInZone(attempt.settledAt ?? to.writtenAt, timeZone),
      retryOn: [],
      ...(method ? { methodLabel: paymentMethodLabel(method) } : {}),
      reason: REASONS[to.locale][messageKey],
      payPath,
      changeMethodPath: PAYMENT_METHODS_PATH,
    },
    attachment: null,
  };
}
