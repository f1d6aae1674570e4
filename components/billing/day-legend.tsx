import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** What a drawing by day is made of: lines for a level with its limit, bars for what each day added. */
export function DayLegend(props: { isLevel: boolean; hasForecast: boolean; hasLimit: boolean }) {
  const t = useTranslations("billing.usage");
  const { isLevel } = props;
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1 max-sm:hidden">
      <Entry label={t(isLevel ? "level" : "quantity")}>
        {isLevel ? <Stroke color="var(--chart-1)" /> : <Block fill="var(--chart-1)" />}
      </Entry>
      {props.hasForecast ? (
        <Entry label={t("forecastLine")}>
          {isLevel ? <Stroke color="var(--chart-1)" dashed /> : <Block fill="url(#hatch-brass)" />}
        </Entry>
      ) : null}
      {isLevel && props.hasLimit ? (
        <Entry label={t("limitLine")}>
          <Stroke color="var(--chart-2)" />
        </Entry>
      ) : null}
    </span>
  );
}

function Entry({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span className="flex items-center gap-1.5">
      {children}
      {label}
    </span>
  );
}

function Stroke({ color, dashed }: { color: string; dashed?: boolean }) {
  return (
    <svg width="18" height="8" aria-hidden="true">
      <path d="M0 4h18" stroke={color} strokeWidth="2.2" strokeDasharray={dashed ? "5 4" : undefined} />
    </svg>
  );
}

function Block({ fill }: { fill: string }) {
  return (
    <svg width="18" height="8" aria-hidden="true">
      <rect width="18" height="8" rx="2" fill={fill} />
    </svg>
  );
}
