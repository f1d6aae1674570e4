import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { Status } from "@/components/brand/status";
import { EmptyState } from "@/components/ui/states";
import { Cell, HeadCell, Table } from "@/components/ui/table";
import { currencyOf } from "@/lib/core/currency";
import { formatInstant, formatMoney } from "@/lib/core/format";
import type { InvoiceAttempt } from "@/lib/payments/queries/invoice-attempts";

type Attempt = InvoiceAttempt & { invoice?: { id: string; number: string } | undefined };

/** Every try to collect, with what the provider said. Instants are those of the organization's clock. */
export async function Attempts(props: { attempts: readonly Attempt[]; timeZone: string }) {
  const [t, locale] = [await getTranslations("admin.attempts"), await getLocale()];
  const withInvoice = props.attempts.some((attempt) => attempt.invoice);
  if (props.attempts.length === 0) return <EmptyState plain sentence={t("empty")} />;

  return (
    <Table className="mt-2">
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr>
          <HeadCell>{t("when")}</HeadCell>
          {withInvoice ? <HeadCell>{t("invoice")}</HeadCell> : null}
          <HeadCell>{t("status")}</HeadCell>
          <HeadCell>{t("method")}</HeadCell>
          <HeadCell>{t("answer")}</HeadCell>
          <HeadCell align="end">{t("amount")}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {props.attempts.map((attempt) => (
          <tr key={attempt.id}>
            <Cell className="num whitespace-nowrap">
              {formatInstant(attempt.startedAt, props.timeZone, locale)}
              <span className="text-ink-3"> {t("nth", { n: attempt.attemptNumber })}</span>
            </Cell>
            {withInvoice ? (
              <Cell className="num whitespace-nowrap">
                {attempt.invoice ? (
                  <Link className="link" href={`/admin/invoices/${attempt.invoice.id}`}>
                    {attempt.invoice.number}
                  </Link>
                ) : null}
              </Cell>
            ) : null}
            <Cell>
              <Status value={attempt.status} />
            </Cell>
            <Cell className="whitespace-nowrap">{methodWords(attempt.method)}</Cell>
            <Cell>{[attempt.declineCode ?? attempt.failureCode, t(attempt.session)].filter(Boolean).join(", ")}</Cell>
            <Cell align="end">{formatMoney(attempt.amountMinor, currencyOf(attempt.currency), locale)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function methodWords(method: InvoiceAttempt["method"]): string {
  if (method === null) return "";
  const brand = method.brand ?? method.kind;
  return [brand.charAt(0).toUpperCase() + brand.slice(1), method.last4].filter(Boolean).join(" ");
}
