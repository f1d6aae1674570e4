import { useLocale, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { SubscriptionOverview } from "@/lib/billing/queries/subscription-overview";
import { addDays } from "@/lib/core/calendar";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { CancelPlan, KeepPlan } from "./cancel-plan";

/** The way out, and back while there is time. A plan that is owed for ends by itself when it stays unpaid. */
export function PlanEnding(props: { subscription: SubscriptionOverview; className?: string | undefined }) {
  const t = useTranslations("billing.cancel");
  const locale = useLocale() as Locale;
  const { id, servedPeriod, cancelAtPeriodEnd, status, planName } = props.subscription;
  if (!servedPeriod || status === "unpaid") return null;

  const plan = planName[locale];
  const lastDay = formatDate(addDays(servedPeriod.end, -1), locale, "day_month");
  return (
    <section
      className={cn("flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4", props.className)}
    >
      <p className="max-w-[60ch] text-sm text-ink-2">
        {t(cancelAtPeriodEnd ? "pending" : "hint", { plan, date: lastDay })}
      </p>
      {cancelAtPeriodEnd ? (
        <KeepPlan subscriptionId={id} plan={plan} />
      ) : (
        <CancelPlan subscriptionId={id} plan={plan} lastDay={lastDay} />
      )}
    </section>
  );
}
