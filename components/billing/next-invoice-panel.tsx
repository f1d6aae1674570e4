import { TrendingUp } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Leader, Leaders } from "@/components/brand/leaders";
import { Status } from "@/components/brand/status";
import { Sum } from "@/components/brand/sum";
import type { CycleResult } from "@/lib/billing/rate-cycle";
import { addDays, type CalendarDate } from "@/lib/core/calendar";
import type { Currency } from "@/lib/core/currency";
import { formatDate, formatMoney, formatPercent } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { negateMinor, ZERO_MINOR } from "@/lib/core/money";
import { periodText } from "./date-words";
import { Explain } from "./explain/explain";
import { ExplainedAmount } from "./explain/show-why";
import { useMetricName } from "./use-metric-name";
import { useQuantity } from "./use-quantity";
import type { MeteredUse } from "./use-usage-rows";

type NextInvoicePanelProps = {
  invoice: Pick<CycleResult, "lineItems" | "taxes" | "totals" | "creditAppliedMinor" | "dueMinor"> & {
    issueOn: CalendarDate;
  };
  /** What it should come to, VAT and all; null while there is too little to go by. */
  expectedMinor: CycleResult["dueMinor"] | null;
  /** Metrics that would be billed above what is included, and are not yet. */
  unbilled: readonly MeteredUse[];
  /** When it is issued and what it is charged to, in words. */
  note: string;
  currency: Currency;
  usageHref: string;
};

/** The invoice the open period would close with today: each line with its reason, the sum, and what it should come to. */
export function NextInvoicePanel(props: NextInvoicePanelProps) {
  const t = useTranslations("billing.next");
  const locale = useLocale() as Locale;
  const { invoice, currency } = props;
  const money = (amount: CycleResult["dueMinor"]) => formatMoney(amount, currency, locale);

  return (
    <section className="sheet px-[18px] pt-4 pb-3.5" aria-labelledby="next-invoice">
      <div className="mb-2 flex items-start justify-between gap-3">
        <div>
          <h2 id="next-invoice" className="text-lg font-semibold">
            {t("title")}
          </h2>
          <p className="text-sm text-ink-3">{props.note}</p>
        </div>
        <Status value="draft" pill />
      </div>
      {invoice.lineItems.map((line, index) => (
        <ExplainedAmount
          key={index}
          name={line.description[locale]}
          note={line.kind === "recurring" ? t("inAdvance", { period: periodText(line.servicePeriod, locale) }) : null}
          amount={money(line.amountMinor)}
          open={line.kind === "usage" && invoice.lineItems.findIndex(({ kind }) => kind === "usage") === index}
        >
          <Explain
            explanation={line.explanation}
            amountMinor={line.amountMinor}
            currency={currency}
            usageHref={props.usageHref}
          />
        </ExplainedAmount>
      ))}
      <Unbilled uses={props.unbilled} currency={currency} />
      <Sum
        className="pt-2"
        currency={currency}
        locale={locale}
        parts={[
          { label: t("net"), amountMinor: invoice.totals.subtotalMinor },
          ...invoice.taxes.map((tax) => ({
            label: t("vat", { rate: formatPercent(tax.rate, locale) }),
            amountMinor: tax.taxMinor,
          })),
        ]}
        total={{ label: t("total"), amountMinor: invoice.totals.totalMinor }}
      />
      {invoice.creditAppliedMinor === ZERO_MINOR ? null : (
        <Leaders className="mt-2 text-sm">
          <Leader label={t("credit")} value={money(negateMinor(invoice.creditAppliedMinor))} />
          <Leader label={t("toPay")} value={money(invoice.dueMinor)} strong />
        </Leaders>
      )}
      {props.expectedMinor === null || props.expectedMinor === invoice.totals.totalMinor ? null : (
        <p className="flex items-center justify-between gap-3 pt-[9px] text-sm text-ink-2">
          <span className="flex items-center gap-1.5">
            <TrendingUp className="size-[15px]" aria-hidden="true" />
            {t("expected", { date: formatDate(addDays(invoice.issueOn, -1), locale, "day_month") })}
          </span>
          <b className="num text-ink">{money(props.expectedMinor)}</b>
        </p>
      )}
    </section>
  );
}

/** Zero is written: what is used within the plan costs nothing, and says so. */
function Unbilled({ uses, currency }: { uses: readonly MeteredUse[]; currency: Currency }) {
  const t = useTranslations("billing.next");
  const locale = useLocale() as Locale;
  const nameOf = useMetricName();
  const { measured } = useQuantity();
  return uses.map((use) => (
    <div key={use.metric.key} className="flex justify-between gap-3 border-b border-line py-2">
      <div className="min-w-0">
        <p className="font-mid">
          {t("above", { name: nameOf(use.metric), limit: measured(use.limit ?? "0", use.metric.unit) })}
        </p>
        <p className="text-sm text-ink-3">{t("used", { quantity: measured(use.used, use.metric.unit) })}</p>
      </div>
      <span className="num">{formatMoney(ZERO_MINOR, currency, locale)}</span>
    </div>
  ));
}
