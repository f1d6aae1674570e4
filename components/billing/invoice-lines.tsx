import { useLocale, useTranslations } from "next-intl";
import { Cell, HeadCell, Table } from "@/components/ui/table";
import { formatDecimal, formatMoney, formatPercent, formatUnitPrice } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { InvoiceView, ViewedLine } from "@/lib/invoicing/invoice-view";
import { periodText } from "./date-words";
import { Explain } from "./explain/explain";
import { ExplainedAmount, ShowWhy } from "./explain/show-why";

type InvoiceLinesProps = { invoice: InvoiceView; usageHref?: string | undefined };

/** The lines of an invoice, each with "Show why": columns where there is room, two-line items on a phone. */
export function InvoiceLines(props: InvoiceLinesProps) {
  return (
    <>
      <LineTable {...props} />
      <LineList {...props} />
    </>
  );
}

function LineTable({ invoice, usageHref }: InvoiceLinesProps) {
  const t = useTranslations("billing.invoice");
  return (
    <Table className="max-sm:hidden">
      <caption className="sr-only">{t("lines")}</caption>
      <thead>
        <tr>
          <HeadCell>{t("description")}</HeadCell>
          <HeadCell>{t("period")}</HeadCell>
          <HeadCell align="end">{t("quantity")}</HeadCell>
          <HeadCell align="end">{t("unitPrice")}</HeadCell>
          <HeadCell align="end">{t("vatRate")}</HeadCell>
          <HeadCell align="end">{t("net")}</HeadCell>
        </tr>
      </thead>
      {invoice.lines.map((line) => (
        <tbody key={line.id}>
          <LineRow line={line} currency={invoice.currency} />
          <tr>
            <Cell colSpan={6} className="h-auto pb-2">
              <Why line={line} invoice={invoice} usageHref={usageHref} />
            </Cell>
          </tr>
        </tbody>
      ))}
    </Table>
  );
}

function LineRow({ line, currency }: { line: ViewedLine; currency: InvoiceView["currency"] }) {
  const locale = useLocale() as Locale;
  const cell = "h-auto border-b-0 pt-2.5 align-baseline";
  return (
    <tr>
      <Cell className={`${cell} font-mid`}>{line.description[locale]}</Cell>
      <Cell className={`${cell} whitespace-nowrap text-ink-2`}>{periodText(line.servicePeriod, locale)}</Cell>
      <Cell align="end" className={cell}>
        {formatDecimal(line.quantity, locale)}
      </Cell>
      <Cell align="end" className={cell}>
        {formatUnitPrice(line.unitPrice, currency, locale)}
      </Cell>
      <Cell align="end" className={cell}>
        {formatPercent(line.taxRate, locale)}
      </Cell>
      <Cell align="end" className={`${cell} font-semibold`}>
        {formatMoney(line.amountMinor, currency, locale)}
      </Cell>
    </tr>
  );
}

function Why({ line, invoice, usageHref }: { line: ViewedLine } & InvoiceLinesProps) {
  const locale = useLocale() as Locale;
  return (
    <ShowWhy about={line.description[locale]}>
      <Explain
        explanation={line.explanation}
        amountMinor={line.amountMinor}
        currency={invoice.currency}
        usageHref={usageHref}
      />
    </ShowWhy>
  );
}

function LineList({ invoice, usageHref }: InvoiceLinesProps) {
  const t = useTranslations("billing.invoice");
  const locale = useLocale() as Locale;
  const { currency } = invoice;
  return (
    <div className="border-t border-line sm:hidden">
      {invoice.lines.map((line) => (
        <ExplainedAmount
          key={line.id}
          name={line.description[locale]}
          note={t("lineNote", {
            period: periodText(line.servicePeriod, locale),
            quantity: formatDecimal(line.quantity, locale),
            price: formatUnitPrice(line.unitPrice, currency, locale),
            rate: formatPercent(line.taxRate, locale),
          })}
          amount={formatMoney(line.amountMinor, currency, locale)}
        >
          <Explain
            explanation={line.explanation}
            amountMinor={line.amountMinor}
            currency={currency}
            usageHref={usageHref}
          />
        </ExplainedAmount>
      ))}
    </div>
  );
}
