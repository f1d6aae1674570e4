import { useLocale, useTranslations } from "next-intl";
import { type PlanOffer, priceFor } from "@/components/billing/plan-offer";
import { Leader, Leaders } from "@/components/brand/leaders";
import { Total } from "@/components/brand/sum";
import { Voice } from "@/components/brand/voice";
import { usageEstimate } from "@/lib/billing/usage-estimate";
import { wholeBlocks } from "@/lib/billing/rate-tiers";
import { decimal } from "@/lib/core/decimal";
import { formatDecimal, formatMoney, formatUnitPrice } from "@/lib/core/format";
import { sumMinor } from "@/lib/core/money";

/** A management company of the size the recommended plan is made for, a little over two of its limits. */
const USAGE = { buildings: "14", apartments: "523", api_calls: "129000" } as const;

/** What such a month costs on the recommended plan, line by line, and on the one above, from the rules that bill it. */
export function WorkedExample({ offers }: { offers: readonly PlanOffer[] }) {
  const t = useTranslations("marketing.pricing.example");
  const locale = useLocale();
  const at = offers.findIndex((offer) => offer.isRecommended);
  const offer = offers[at];
  const above = offers[at + 1];
  if (!offer) return null;

  const { currency } = offer;
  const estimate = estimateOf(offer);
  const count = (key: keyof typeof USAGE) => formatDecimal(USAGE[key], locale);
  const parts = [
    { label: t("plan", { plan: offer.name }), amountMinor: estimate.recurringMinor },
    ...estimate.lines.map((line) => ({
      label: <LineWords offer={offer} line={line} />,
      amountMinor: line.amountMinor,
    })),
  ];

  return (
    <section className="border-t border-line bg-sunken">
      <div className="mx-auto grid w-full max-w-[1248px] items-center gap-x-11 gap-y-5 px-4 py-[18px] max-md:py-7 sm:px-6 lg:grid-cols-[330px_1fr_330px]">
        <Voice as="h2" className="text-[1.1875rem] leading-[1.625rem]">
          {t("voice", { buildings: count("buildings"), apartments: count("apartments"), calls: count("api_calls") })}
        </Voice>
        <Leaders className="gap-[3px] text-[0.90625rem]">
          {parts.map((part, index) => (
            <Leader key={index} label={part.label} value={formatMoney(part.amountMinor, currency, locale)} />
          ))}
        </Leaders>
        <Total
          size="lg"
          label={t("total")}
          value={formatMoney(estimate.totalMinor, currency, locale)}
          checked={sumMinor(parts.map((part) => part.amountMinor)) === estimate.totalMinor}
          note={
            above
              ? t("above", {
                  plan: above.name,
                  amount: formatMoney(estimateOf(above).totalMinor, above.currency, locale),
                })
              : null
          }
        />
      </div>
    </section>
  );
}

function estimateOf(offer: PlanOffer) {
  return usageEstimate({
    unitAmount: priceFor(offer, "month") ?? "0",
    currency: offer.currency,
    charges: offer.charges,
    usage: USAGE,
  });
}

/** "23 apartments over 500, €0.40 each": the words of a line, by the model that priced it. */
function LineWords({ offer, line }: { offer: PlanOffer; line: { metric: string; included: string; over: string } }) {
  const t = useTranslations("marketing.pricing.example");
  const locale = useLocale();
  const model = offer.charges.find((charge) => charge.metric === line.metric)?.model;
  const price = (amount: string) => formatUnitPrice(amount, offer.currency, locale);

  if (model?.model === "package") {
    const packages = wholeBlocks(decimal(line.over), decimal(model.packageSize));
    return t("packages", {
      metric: line.metric,
      packages: formatDecimal(packages, locale),
      size: formatDecimal(model.packageSize, locale),
      price: price(model.packagePrice),
    });
  }
  return t("units", {
    metric: line.metric,
    over: formatDecimal(line.over, locale),
    included: formatDecimal(line.included, locale),
    price: model?.model === "per_unit" ? price(model.unitPrice) : "",
  });
}
