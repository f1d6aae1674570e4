import { Check } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { Entitlement } from "@/lib/catalog/entitlement";
import { formatDecimal } from "@/lib/core/format";

/** What a plan gives of a feature: a number, "Unlimited", a tick, or plainly nothing. */
export function EntitlementValue(props: { feature: string; entitlement: Entitlement | undefined; isSwitch: boolean }) {
  const t = useTranslations("common.plan");
  const locale = useLocale();
  const { entitlement } = props;

  if (entitlement?.kind === "unlimited") return <b className="font-mid">{t("unlimited")}</b>;
  if (entitlement?.kind === "boolean" && entitlement.enabled) {
    return (
      <>
        <Check aria-hidden="true" className="text-petrol" />
        <span className="sr-only">{t("included")}</span>
      </>
    );
  }
  if (entitlement?.kind === "number") {
    const number = formatDecimal(entitlement.limit, locale);
    return <b className="figure font-mid">{props.feature === "storage_gb" ? `${number} GB` : number}</b>;
  }
  return <span className="text-ink-3">{t(props.isSwitch ? "notIncluded" : "none")}</span>;
}
