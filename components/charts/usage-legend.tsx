import { useTranslations } from "next-intl";

/** What the usage bars are drawn with: used, forecast, plan limit. */
export function UsageLegend() {
  const t = useTranslations("common.chart");
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-ink-3">
      <span className="flex items-center gap-1.5">
        <svg width="18" height="8" aria-hidden="true">
          <rect width="18" height="8" rx="2" fill="var(--chart-1)" />
        </svg>
        {t("used")}
      </span>
      <span className="flex items-center gap-1.5">
        <svg width="18" height="8" aria-hidden="true">
          <rect width="18" height="8" fill="url(#hatch-brass)" />
        </svg>
        {t("forecast")}
      </span>
      <span className="flex items-center gap-1.5">
        <svg width="2" height="12" aria-hidden="true">
          <path d="M1 0v12" stroke="var(--ink)" strokeWidth="1.5" />
        </svg>
        {t("limit")}
      </span>
    </span>
  );
}
