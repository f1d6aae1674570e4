import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { refusedTogether } from "@/app/manager/attention";
import { useAttentionWords } from "@/app/manager/attention-words";
import type { ManagerDesk } from "@/app/manager/desk";
import type { PropertyOverview } from "@/lib/buildings/queries/property-overview";
import { formatMoney } from "@/lib/core/format";

/** One sentence: the most pressing thing, or that nothing presses. */
export function Today(props: { desk: ManagerDesk; properties: PropertyOverview; mayBill: boolean }) {
  const t = useTranslations("manager.overview");
  const locale = useLocale();
  const wordsOf = useAttentionWords(props.mayBill);
  const { attention, profile } = props.desk;
  const { buildings, apartments, vacant } = props.properties;
  const lit = attention.filter((item) => item.lit);
  const refused = refusedTogether(lit);
  const [first] = lit;
  const b = (chunks: ReactNode) => <b>{chunks}</b>;

  if (first) {
    const more = lit.length - (refused?.count ?? 1);
    const sum = refused ? formatMoney(refused.amountMinor, refused.currency, locale) : "";
    return (
      <>
        {refused ? t.rich("refused", { b, count: refused.count, amount: sum }) : wordsOf(first).voice}{" "}
        {more > 0 ? t("andMore", { count: more }) : null}
      </>
    );
  }
  if (buildings === 0) return t("nothingYet", { name: profile.name });
  return t.rich("calm", { b, buildings, apartments, vacant });
}
