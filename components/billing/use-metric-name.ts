import { useLocale, useTranslations } from "next-intl";
import type { Metric } from "@/lib/catalog/metric";
import type { Locale } from "@/lib/core/locale";

/** A metric as the portal calls it, the same word everywhere; one of another catalogue by its own name. */
export function useMetricName(): (metric: Pick<Metric, "key" | "name">) => string {
  const t = useTranslations("billing.explain.metricName");
  const locale = useLocale() as Locale;
  return ({ key, name }) => (t.has(key) ? t(key) : name[locale]);
}
