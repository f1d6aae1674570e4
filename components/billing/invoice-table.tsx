import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { Cell, HeadCell, Table, TotalRow } from "@/components/ui/table";
import { formatDate, formatMoney } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { sumMinor } from "@/lib/core/money";
import type { InvoiceRow } from "@/lib/invoicing/invoice-list";
import { InvoiceStatus } from "./invoice-status";
import { InvoiceSubject } from "./invoice-subject";
import { PdfLink } from "./pdf-link";

/** A few invoices with a total of exactly those shown; two-line items on a phone. All are of one currency. */
export function InvoiceTable({ rows, hrefBase }: { rows: readonly InvoiceRow[]; hrefBase: string }) {
  const t = useTranslations("billing.invoices");
  const locale = useLocale() as Locale;
  const [first] = rows;
  if (!first) return null;
  const money = (pick: (row: InvoiceRow) => InvoiceRow["totalMinor"]) =>
    formatMoney(sumMinor(rows.map(pick)), first.currency, locale);

  return (
    <>
      <Table className="max-sm:hidden">
        <caption className="sr-only">{t("recent")}</caption>
        <thead>
          <tr>
            <HeadCell>{t("number")}</HeadCell>
            <HeadCell>{t("issued")}</HeadCell>
            <HeadCell className="max-xl:hidden">{t("for")}</HeadCell>
            <HeadCell align="end">{t("net")}</HeadCell>
            <HeadCell align="end">{t("vat")}</HeadCell>
            <HeadCell align="end">{t("total")}</HeadCell>
            <HeadCell>{t("status")}</HeadCell>
            <HeadCell>
              <span className="sr-only">{t("pdf")}</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="hover:bg-[color-mix(in_oklch,var(--petrol-soft)_50%,transparent)]">
              <Cell className="num">
                <Link href={`${hrefBase}/${row.id}`} className="text-petrol hover:text-petrol-hover">
                  {row.number}
                </Link>
              </Cell>
              <Cell className="num text-ink-2">{formatDate(row.issueDate, locale)}</Cell>
              <Cell className="w-full max-w-0 truncate max-xl:hidden">
                <InvoiceSubject row={row} />
              </Cell>
              <Cell align="end" className="text-ink-2">
                {formatMoney(row.netMinor, row.currency, locale)}
              </Cell>
              <Cell align="end" className="text-ink-2">
                {formatMoney(row.taxMinor, row.currency, locale)}
              </Cell>
              <Cell align="end" className="font-semibold">
                {formatMoney(row.totalMinor, row.currency, locale)}
              </Cell>
              <Cell className="text-sm">
                <InvoiceStatus {...row} />
              </Cell>
              <Cell align="end">
                <PdfLink invoiceId={row.id} number={row.number} />
              </Cell>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <TotalRow>
            <Cell colSpan={2}>{t("latest", { count: rows.length })}</Cell>
            <Cell className="max-xl:hidden" />
            <Cell align="end">{money((row) => row.netMinor)}</Cell>
            <Cell align="end">{money((row) => row.taxMinor)}</Cell>
            <Cell align="end">{money((row) => row.totalMinor)}</Cell>
            <Cell />
            <Cell />
          </TotalRow>
        </tfoot>
      </Table>
      <ul className="sm:hidden">
        {rows.map((row) => (
          <li key={row.id} className="flex items-center gap-2 border-b border-line">
            <Link href={`${hrefBase}/${row.id}`} className="min-w-0 flex-1 py-2.5">
              <span className="flex justify-between gap-3">
                <span className="num font-mid text-petrol">{row.number}</span>
                <span className="num font-semibold">{formatMoney(row.totalMinor, row.currency, locale)}</span>
              </span>
              <span className="flex justify-between gap-3 text-sm text-ink-2">
                <span className="num">{formatDate(row.issueDate, locale)}</span>
                <InvoiceStatus {...row} />
              </span>
            </Link>
            <PdfLink invoiceId={row.id} number={row.number} />
          </li>
        ))}
        <li className="flex justify-between gap-3 border-t border-ink py-2 pr-9 font-semibold">
          <span>{t("latest", { count: rows.length })}</span>
          <span className="num">{money((row) => row.totalMinor)}</span>
        </li>
      </ul>
    </>
  );
}
