import { useTranslations } from "next-intl";
import { useMetricName } from "@/components/billing/use-metric-name";
import type { MeteredUse } from "@/components/billing/use-usage-rows";
import { isDecimalZero, decimal } from "@/lib/core/decimal";

/** One sentence of the limits that are passed, or will be by `date`. */
export function UsageFinding({ uses, date }: { uses: readonly MeteredUse[]; date: string }) {
  const t = useTranslations("billing.usage.voice");
  const nameOf = useMetricName();
  const passed = uses.filter(isPassed);
  if (passed.length === 0) return t("within", { date });
  return t("over", { count: passed.length, date, names: passed.map(({ metric }) => nameOf(metric)).join(", ") });
}

function isPassed({ over, limit, forecast, behaviour }: MeteredUse): boolean {
  if (!isDecimalZero(over)) return true;
  return limit !== null && forecast !== null && behaviour !== "hard" && decimal(forecast).greaterThan(limit);
}
