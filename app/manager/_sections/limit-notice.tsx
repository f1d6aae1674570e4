import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { StatusWords } from "@/components/brand/status";
import { cn } from "@/components/ui/cn";
import { decimal } from "@/lib/core/decimal";
import { formatDecimal } from "@/lib/core/format";
import type { MeasuredLimit } from "@/lib/usage/queries/measured-limits";

/** Says that the plan allows no more of something, before anyone types in vain. Nothing while there is room. */
export function LimitNotice(props: {
  limit: MeasuredLimit | undefined;
  mayBill: boolean;
  className?: string | undefined;
}) {
  const t = useTranslations("manager.limit");
  const locale = useLocale();
  if (!props.limit || !isFull(props.limit)) return null;

  const { metric, used, limit, planName } = props.limit;
  const words =
    planName === ""
      ? t("noPlan")
      : t.rich("full", {
          b: (chunks) => <b>{chunks}</b>,
          plan: planName,
          feature: metric,
          limit: formatDecimal(limit ?? "0", locale),
          used: formatDecimal(used, locale),
        });
  return (
    <div
      className={cn(
        "flex flex-wrap items-baseline gap-x-3 gap-y-1 rounded-md bg-brass-soft px-3 py-2 [--glyph-ground:var(--brass-soft)]",
        props.className,
      )}
    >
      <StatusWords glyph="triangle" tone="warn" className="items-baseline whitespace-normal">
        <span className="text-ink">{words}</span>
      </StatusWords>
      <LimitRemedy mayBill={props.mayBill} />
    </div>
  );
}

/** The way to more room: the plans, or whom to ask for them. */
export function LimitRemedy({ mayBill }: { mayBill: boolean }) {
  const t = useTranslations("manager.limit");
  if (!mayBill) return <span className="text-sm text-ink-2">{t("ask")}</span>;
  return (
    <Link href="/manager/billing/plans" className="link font-mid">
      {t("upgrade")}
    </Link>
  );
}

function isFull({ limit, used, behaviour }: MeasuredLimit): boolean {
  return behaviour === "hard" && limit !== null && decimal(used).greaterThanOrEqualTo(limit);
}
