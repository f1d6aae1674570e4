import { useLocale, useTranslations } from "next-intl";
import { Cell, HeadCell, Table } from "@/components/ui/table";
import { formatMoney, formatPercent } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { InvoiceView } from "@/lib/invoicing/invoice-view";

/** VAT by category and rate, each computed once on its whole base (EN 16931 BG-23, BR-CO-17). */
export function TaxTable({ invoice }: { invoice: Pick<InvoiceView, "taxes" | "currency"> }) {
  const t = useTranslations("billing.invoice");
  const locale = useLocale() as Locale;
  return (
    <Table>
      <caption className="pb-1.5 text-left text-sm font-mid">{t("taxTable")}</caption>
      <thead>
        <tr>
          <HeadCell>{t("rate")}</HeadCell>
          <HeadCell align="end">{t("base")}</HeadCell>
          <HeadCell align="end">{t("tax")}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {invoice.taxes.map((tax) => (
          <tr key={`${tax.category} ${tax.rate}`}>
            <Cell>
              {t("rateOf", { rate: formatPercent(tax.rate, locale), category: tax.category })}
              {tax.exemptionText ? <span className="block text-sm text-ink-3">{tax.exemptionText[locale]}</span> : null}
            </Cell>
            <Cell align="end">{formatMoney(tax.baseMinor, invoice.currency, locale)}</Cell>
            <Cell align="end">{formatMoney(tax.taxMinor, invoice.currency, locale)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
