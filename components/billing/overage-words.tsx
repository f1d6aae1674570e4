import { useLocale, useTranslations } from "next-intl";
import type { ChargeModel } from "@/lib/catalog/charge-model";
import type { Currency } from "@/lib/core/currency";
import { formatDecimal, formatUnitPrice } from "@/lib/core/format";

/** What lies over the plan costs, in a few words: "then €0.40 each". Nothing for models a price list does not carry. */
export function OverageWords(props: { model: ChargeModel; metric: string; currency: Currency }) {
  const t = useTranslations("common.plan");
  const locale = useLocale();
  const { model, currency } = props;
  const price = (amount: string) => formatUnitPrice(amount, currency, locale);

  switch (model.model) {
    case "per_unit":
      return t("thenEach", { price: price(model.unitPrice) });
    case "package":
      return t("thenPackage", { price: price(model.packagePrice), size: formatDecimal(model.packageSize, locale) });
    case "graduated":
      return t("thenTiers", {
        prices: model.tiers.map((tier) => price(tier.unitPrice)).join(", "),
        unit: t(`unit.${props.metric}`),
      });
    case "flat":
    case "volume":
    case "percentage":
    case "graduated_percentage":
    case "dynamic":
      return null;
  }
}
