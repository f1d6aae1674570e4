import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { periodText } from "@/components/billing/date-words";
import { Status } from "@/components/brand/status";
import { KeyFigures } from "@/components/layout/key-figures";
import type { SubscriptionOverview } from "@/lib/billing/queries/subscription-overview";
import { currencyOf } from "@/lib/core/currency";
import { formatMoney } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { roundToMinor } from "@/lib/core/rounding";
import { paymentMethodLabel } from "@/lib/invoicing/payment-method-label";
import type { SavedPaymentMethod } from "@/lib/payments/queries/payment-methods";

/** Plan, price, period, status, paid with: the facts of the subscription in one row. */
export function PlanFigures(props: { subscription: SubscriptionOverview; method: SavedPaymentMethod | null }) {
  const t = useTranslations("billing.figures");
  const locale = useLocale() as Locale;
  const { subscription, method } = props;
  const currency = currencyOf(subscription.currency);
  const isFree = Number(subscription.unitAmount ?? "0") === 0;
  const price = formatMoney(roundToMinor(subscription.unitAmount ?? "0", currency), currency, locale);

  return (
    <KeyFigures
      className="mt-3"
      figures={[
        { label: t("plan"), value: subscription.planName[locale] },
        { label: t("price"), value: price, change: t(`every.${subscription.interval}`) },
        ...(subscription.servedPeriod
          ? [
              {
                label: t(subscription.status === "trialing" ? "trial" : "period"),
                value: (
                  <span className="text-base font-normal">
                    {periodText(subscription.servedPeriod, locale, { year: subscription.interval === "year" })}
                  </span>
                ),
              },
            ]
          : []),
        {
          label: t("status"),
          value: (
            <span className="text-base font-normal">
              <Status value={subscription.isParked ? "parked" : subscription.status} />
            </span>
          ),
        },
        ...(method || !isFree
          ? [
              {
                label: t("method"),
                value: (
                  <span className="text-base font-normal">
                    {method ? (
                      paymentMethodLabel(method)
                    ) : (
                      <Link href="/manager/billing/payment-methods#add" className="link">
                        {t("addCard")}
                      </Link>
                    )}
                  </span>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
