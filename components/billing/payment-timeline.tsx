import { useLocale, useTranslations } from "next-intl";
import { Timeline, type TimelineEvent } from "@/components/layout/timeline";
import { formatInstant, formatMoney } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { AmountMinor } from "@/lib/core/money";
import { currencyOf } from "@/lib/core/currency";
import { type LabelledMethod, paymentMethodLabel } from "@/lib/invoicing/payment-method-label";
import { attemptDecline } from "@/lib/payments/last-decline";
import type { PaymentAttemptStatus, PaymentSession } from "@/lib/payments/payment";

/** A try to pay, as it is told. */
type ToldAttempt = {
  id: string;
  session: PaymentSession;
  status: PaymentAttemptStatus;
  amountMinor: AmountMinor;
  currency: string;
  startedAt: Date;
  settledAt: Date | null;
  failureCode: string | null;
  declineCode: string | null;
  method: LabelledMethod | null;
};

/** Every try to pay an invoice, newest first, with the reason where one was refused. */
export function PaymentTimeline(props: { attempts: readonly ToldAttempt[]; timeZone: string; label: string }) {
  const t = useTranslations("billing.attempts");
  const reasons = useTranslations("payments.reason");
  const locale = useLocale() as Locale;
  const events = props.attempts.toReversed().map((attempt): TimelineEvent => {
    const decline = attemptDecline(attempt);
    const amount = formatMoney(attempt.amountMinor, currencyOf(attempt.currency), locale);
    const status = decline !== null && attempt.status === "requires_action" ? "failed" : attempt.status;
    return {
      id: attempt.id,
      who: attempt.method ? paymentMethodLabel(attempt.method) : t("card"),
      what: t(`status.${status}`, {
        amount,
        reason: decline === null ? "" : reasons(decline),
        known: decline === null ? "no" : "yes",
      }),
      when: t(`by.${attempt.session}`, {
        at: formatInstant(attempt.settledAt ?? attempt.startedAt, props.timeZone, locale),
      }),
    };
  });
  return <Timeline events={events} label={props.label} />;
}
