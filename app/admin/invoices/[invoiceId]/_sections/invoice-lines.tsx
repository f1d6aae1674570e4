import { getLocale, getTranslations } from "next-intl/server";
import { Fragment } from "react";
import { Explain } from "@/components/billing/explain/explain";
import { ShowWhy } from "@/components/billing/explain/show-why";
import { Sum } from "@/components/brand/sum";
import { SectionHeading } from "@/components/layout/page-header";
import { Cell, HeadCell, Table } from "@/components/ui/table";
import { lastDay } from "@/lib/core/calendar";
import { currencyOf } from "@/lib/core/currency";
import { formatDate, formatDecimal, formatMoney, formatPercent, formatUnitPrice } from "@/lib/core/format";
import { negateMinor } from "@/lib/core/money";
import type { AdminInvoicePage } from "@/lib/payments/queries/admin-invoice-page";

/** The lines, each with how it came to be, and below them the sum the document closes with. */
export async function InvoiceLines({ page }: { page: AdminInvoicePage }) {
  const [t, locale] = [await getTranslations("admin.invoice"), await getLocale()];
  const { invoice } = page;
  const currency = currencyOf(invoice.currency);

  return (
    <section aria-labelledby="lines">
      <SectionHeading id="lines" className="mb-2">
        {t("lines")}
      </SectionHeading>
      <Table>
        <caption className="sr-only">{t("lines")}</caption>
        <thead>
          <tr>
            <HeadCell>{t("line")}</HeadCell>
            <HeadCell align="end" className="max-sm:hidden">
              {t("quantity")}
            </HeadCell>
            <HeadCell align="end" className="max-sm:hidden">
              {t("unitPrice")}
            </HeadCell>
            <HeadCell align="end" className="max-sm:hidden">
              {t("vat")}
            </HeadCell>
            <HeadCell align="end">{t("amount")}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {page.lines.map((line) => (
            <Fragment key={line.id}>
              <tr className="align-top *:border-b-0 *:pt-2">
                <Cell>
                  {line.description[locale]}
                  <span className="num block text-sm text-ink-3">
                    {t("period", {
                      from: formatDate(line.servicePeriodStart, locale),
                      to: formatDate(lastDay({ start: line.servicePeriodStart, end: line.servicePeriodEnd }), locale),
                    })}
                  </span>
                  <span className="num block text-sm text-ink-3 sm:hidden">
                    {t("workings", {
                      quantity: formatDecimal(line.quantity, locale),
                      price: formatUnitPrice(line.unitPrice, currency, locale),
                      rate: formatPercent(line.taxRate, locale),
                    })}
                  </span>
                </Cell>
                <Cell align="end" className="max-sm:hidden">
                  {formatDecimal(line.quantity, locale)}
                </Cell>
                <Cell align="end" className="max-sm:hidden">
                  {formatUnitPrice(line.unitPrice, currency, locale)}
                </Cell>
                <Cell align="end" className="max-sm:hidden">
                  {formatPercent(line.taxRate, locale)}
                </Cell>
                <Cell align="end">{formatMoney(line.amountMinor, currency, locale)}</Cell>
              </tr>
              <tr>
                <Cell colSpan={5} className="h-auto pb-2">
                  <ShowWhy about={line.description[locale]}>
                    <Explain explanation={line.explanation} amountMinor={line.amountMinor} currency={currency} />
                  </ShowWhy>
                </Cell>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </Table>
      <div className="mt-4 ml-auto max-w-[420px]">
        <Sum
          locale={locale}
          currency={currency}
          parts={[
            { label: t("subtotal"), amountMinor: invoice.subtotalMinor },
            ...page.taxes.map((tax) => ({
              key: tax.id,
              label: t("taxOf", {
                rate: formatPercent(tax.rate, locale),
                base: formatMoney(tax.baseMinor, currency, locale),
                category: tax.category,
              }),
              amountMinor: tax.taxMinor,
            })),
          ]}
          total={{ label: t("total"), amountMinor: invoice.totalMinor }}
        />
        <Settled page={page} />
      </div>
    </section>
  );
}

/** In the order it is applied: credit notes, credit balance, payment. */
async function Settled({ page }: { page: AdminInvoicePage }) {
  const [t, locale] = [await getTranslations("admin.invoice"), await getLocale()];
  const { invoice } = page;
  const parts = [
    { label: t("credited"), amountMinor: negateMinor(invoice.creditedMinor) },
    { label: t("creditApplied"), amountMinor: negateMinor(invoice.creditAppliedMinor) },
    { label: t("amountPaid"), amountMinor: negateMinor(invoice.amountPaidMinor) },
  ].filter((part) => part.amountMinor !== 0);
  if (parts.length === 0) return null;

  const owed = parts.reduce((left, part) => left + part.amountMinor, invoice.totalMinor as number);
  return (
    <Sum
      className="mt-3"
      locale={locale}
      currency={currencyOf(invoice.currency)}
      parts={[{ label: t("total"), amountMinor: invoice.totalMinor }, ...parts]}
      total={{ label: t("owed"), amountMinor: owed as typeof invoice.totalMinor }}
    />
  );
}
