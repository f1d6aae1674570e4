import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Voice } from "@/components/brand/voice";
import type { BillingOverview } from "@/lib/billing/queries/billing-overview";
import { addDays, daysBetween } from "@/lib/core/calendar";
import { currencyOf } from "@/lib/core/currency";
import { formatDate, formatMoney } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { paymentMethodLabel } from "@/lib/invoicing/payment-method-label";

const bold = (chunks: ReactNode) => <b className="figure">{chunks}</b>;

/** The one finding of the page: what the next invoice will be, or what the plan waits for. */
export function OverviewVoice({ overview }: { overview: BillingOverview }) {
  return (
    <Voice size="title" className="max-w-[64ch] [&_b]:font-semibold">
      <Sentence overview={overview} />
    </Voice>
  );
}

function Sentence({ overview }: { overview: BillingOverview }): ReactNode {
  const t = useTranslations("billing.voice");
  const locale = useLocale() as Locale;
  const { subscription, next, today, method } = overview;
  if (!subscription || !today) return t("none");

  const plan = subscription.planName[locale];
  const lastDay = (end: typeof today) => formatDate(addDays(end, -1), locale, "day_month");
  switch (subscription.status) {
    case "incomplete":
      return t("incomplete", { plan });
    case "paused":
      return t("paused", { plan, date: subscription.trialEnd ? lastDay(subscription.trialEnd) : "" });
    case "canceled":
    case "expired":
      return t(subscription.status, {
        plan,
        date: subscription.canceledOn ? lastDay(subscription.canceledOn) : "",
      });
    case "unpaid":
      return t("unpaid", { plan });
    case "trialing": {
      const end = subscription.trialEnd ?? today;
      const words = { b: bold, plan, date: lastDay(end), days: daysBetween(today, end) };
      if (subscription.cancelAtPeriodEnd) return t.rich("trialEnding", words);
      return method
        ? t.rich("trialWithCard", { ...words, method: paymentMethodLabel(method) })
        : t.rich("trialWithoutCard", words);
    }
    case "active":
    case "past_due":
  }

  if (subscription.cancelAtPeriodEnd && subscription.servedPeriod) {
    return t.rich("ending", { b: bold, plan, date: lastDay(subscription.servedPeriod.end) });
  }
  if (!next || next.lineItems.length === 0) return t("nothingDue", { plan });
  const money = (amount: typeof next.dueMinor) => formatMoney(amount, currencyOf(subscription.currency), locale);
  const soFar = money(next.totals.totalMinor);
  const expected = next.expected && money(next.expected.totals.totalMinor);
  return expected && expected !== soFar
    ? t.rich("next", { b: bold, soFar, expected })
    : t.rich("nextFixed", { b: bold, soFar, date: formatDate(next.issueOn, locale, "day_month") });
}
