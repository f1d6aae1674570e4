import { getLocale, getTranslations } from "next-intl/server";
import { Leader, Leaders } from "@/components/brand/leaders";
import type { Currency } from "@/lib/core/currency";
import { formatDate, formatDecimal, formatMoney, formatUnitPrice } from "@/lib/core/format";
import { isDecimalZero } from "@/lib/core/decimal";
import type { Locale } from "@/lib/core/locale";
import { type Explanation, type ExplanationOf, explanationAmount } from "@/lib/invoicing/explanation";
import type { AdminInvoicePage } from "@/lib/payments/queries/admin-invoice-page";

type Line = AdminInvoicePage["lines"][number];
type Row = { label: string; value: string };
type Telling = {
  t: Awaited<ReturnType<typeof getTranslations<"admin.invoice.why">>>;
  locale: Locale;
  currency: Currency;
};

/** How a line came to be, from what was stored with it; opens in place. */
export async function LineExplanation({ line, currency }: { line: Line; currency: Currency }) {
  const [t, locale] = [await getTranslations("admin.invoice.why"), await getLocale()];
  const { explanation } = line;
  const rows = rowsOf(explanation, { t, locale, currency });

  return (
    <details className="mt-0.5 text-sm">
      <summary className="link w-fit cursor-pointer list-none">{t("show")}</summary>
      <div className="mt-1.5 max-w-[520px] rounded-md bg-sunken px-3 py-2">
        <Leaders>
          {rows.map((row) => (
            <Leader key={row.label} label={row.label} value={row.value} />
          ))}
          <Leader label={t("exact")} value={formatDecimal(explanationAmount(explanation), locale)} />
          <Leader strong label={t("rounded")} value={formatMoney(line.amountMinor, currency, locale)} />
        </Leaders>
        {"planVersion" in explanation ? (
          <p className="mt-1 text-xs text-ink-3">
            {t("rule", { plan: explanation.planName[locale], version: explanation.planVersion })}
          </p>
        ) : null}
      </div>
    </details>
  );
}

function rowsOf(explanation: Explanation, telling: Telling): Row[] {
  const { t, locale, currency } = telling;
  switch (explanation.kind) {
    case "recurring":
      return [
        {
          label: t("price", { interval: explanation.interval }),
          value: formatUnitPrice(explanation.unitPrice, currency, locale),
        },
        { label: t("quantity"), value: formatDecimal(explanation.quantity, locale) },
        {
          label: t("days"),
          value: t("daysOf", { days: explanation.days, denominator: explanation.denominator }),
        },
      ];
    case "usage":
      return usageRows(explanation, telling);
    case "proration":
      return [
        { label: t("basis"), value: formatUnitPrice(explanation.basis, currency, locale) },
        { label: t("days"), value: t("daysOf", { days: explanation.days, denominator: explanation.denominator }) },
        { label: t("changedOn"), value: formatDate(explanation.changedOn, locale) },
      ];
    case "discount":
      return [
        { label: t("coupon"), value: explanation.coupon },
        { label: t("base"), value: formatUnitPrice(explanation.base, currency, locale) },
        { label: t("share"), value: formatUnitPrice(explanation.share, currency, locale) },
      ];
    case "commitment":
      return [
        { label: t(`bound.${explanation.bound}`), value: formatUnitPrice(explanation.amount, currency, locale) },
        { label: t("used"), value: formatUnitPrice(explanation.used, currency, locale) },
      ];
    case "credit":
      return [
        { label: t("original"), value: formatUnitPrice(explanation.original, currency, locale) },
        { label: t("creditedBefore"), value: formatUnitPrice(explanation.creditedBefore, currency, locale) },
      ];
    case "one_off":
      return [
        { label: t("unit"), value: formatUnitPrice(explanation.unitPrice, currency, locale) },
        { label: t("quantity"), value: formatDecimal(explanation.quantity, locale) },
      ];
  }
}

function usageRows(explanation: ExplanationOf<"usage">, { t, locale, currency }: Telling): Row[] {
  const { alreadyBilled } = explanation;
  const steps = explanation.steps.map((step) => ({
    label: t("step", {
      units: formatDecimal(step.units, locale),
      price: step.isPercent
        ? `${formatDecimal(step.unitPrice, locale)}%`
        : formatUnitPrice(step.unitPrice, currency, locale),
      fee: isDecimalZero(step.flatFee) ? "none" : formatUnitPrice(step.flatFee, currency, locale),
    }),
    value: formatDecimal(step.amount, locale),
  }));
  const before = isDecimalZero(alreadyBilled.amount)
    ? []
    : [{ label: t("billedBefore"), value: `−${formatDecimal(alreadyBilled.amount, locale)}` }];
  return [
    { label: t("total"), value: formatDecimal(explanation.total, locale) },
    { label: t("included"), value: formatDecimal(explanation.included, locale) },
    { label: t("billable"), value: formatDecimal(explanation.billable, locale) },
    ...steps,
    ...before,
  ];
}
