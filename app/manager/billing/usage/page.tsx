import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { meteredUses } from "@/app/manager/billing/_components/metered-uses";
import { MetricSection } from "@/app/manager/billing/_components/metric-section";
import { NoBilling } from "@/app/manager/billing/_components/no-billing";
import { PortalHeader } from "@/app/manager/billing/_components/portal-header";
import { UsageFinding } from "@/app/manager/billing/_components/usage-finding";
import { UsageSection } from "@/app/manager/billing/_components/usage-section";
import { billingViewer } from "@/app/manager/billing/billing-viewer";
import { Voice } from "@/components/brand/voice";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { usagePage } from "@/lib/billing/queries/usage-page";
import { addDays } from "@/lib/core/calendar";
import { currencyOf } from "@/lib/core/currency";
import { formatDate } from "@/lib/core/format";
import { clock } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("billing.tabs");
  return { title: t("usage") };
}

/** Each thing the plan measures, by day, against its limit and with its forecast. */
export default async function UsagePage(): Promise<ReactNode> {
  const viewer = await billingViewer();
  if (!viewer) return <NoBilling />;

  const [t, locale] = [await getTranslations("billing.usage"), await getLocale()];
  const { subscription, today, usage, next } = await usagePage(viewer, clock.now());
  if (!subscription?.period || !today || usage.length === 0) {
    return (
      <>
        <PortalHeader />
        <EmptyState
          className="mt-4"
          sentence={t(subscription?.period ? "noLimits" : "voice.none")}
          actions={
            <ButtonLink variant="primary" href="/manager/billing">
              {t("choose")}
            </ButtonLink>
          }
        />
      </>
    );
  }

  const { period } = subscription;
  const currency = currencyOf(subscription.currency);
  const uses = meteredUses({ usage, next });
  return (
    <>
      <PortalHeader />
      <Voice size="title" className="mt-4 max-w-[64ch]">
        <UsageFinding uses={uses} date={formatDate(addDays(period.end, -1), locale, "day_month")} />
      </Voice>
      <UsageSection uses={uses} period={period} today={today} currency={currency} />
      <div className="mt-7 grid gap-7">
        {uses.map((use) => (
          <MetricSection key={use.metric.key} use={use} period={period} today={today} currency={currency} />
        ))}
      </div>
    </>
  );
}
