import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { SmallTable } from "@/app/admin/_components/small-table";
import { Status } from "@/components/brand/status";
import { EmptyState } from "@/components/ui/states";
import { currencyOf } from "@/lib/core/currency";
import { formatInstant, formatMoney } from "@/lib/core/format";
import type { InvoiceAttempt } from "@/lib/payments/queries/invoice-attempts";

type Attempt = InvoiceAttempt & { invoice?: { id: string; number: string } | undefined };

/** Every try to collect, with what the provider said; of one invoice also whether the payer was there. Instants are those of the organization's clock. */
export async function Attempts(props: { attempts: readonly Attempt[]; timeZone: string }) {
  const [t, locale] = [await getTranslations("admin.attempts"), await getLocale()];
  if (props.attempts.length === 0) return <EmptyState className="mt-2" sentence={t("empty")} />;

  const withInvoice = props.attempts.some((attempt) => attempt.invoice);
  return (
    <SmallTable
      className="mt-2"
      caption={t("caption")}
      columns={[
        { id: "when", header: t("when") },
        ...(withInvoice ? [{ id: "invoice", header: t("invoice") }] : []),
        { id: "status", header: t("status") },
        { id: "method", header: t("method") },
        { id: "answer", header: t("answer") },
        { id: "amount", header: t("amount"), align: "end", narrow: "amount" },
      ]}
      rows={props.attempts.map((attempt) => ({
        id: attempt.id,
        cells: {
          when: (
            <span className="num whitespace-nowrap">
              {formatInstant(attempt.startedAt, props.timeZone, locale)}
              <span className="font-normal text-ink-3"> {t("nth", { n: attempt.attemptNumber })}</span>
            </span>
          ),
          invoice: attempt.invoice ? (
            <Link
              className="num whitespace-nowrap text-petrol hover:text-petrol-hover"
              href={`/admin/invoices/${attempt.invoice.id}`}
            >
              {attempt.invoice.number}
            </Link>
          ) : null,
          status: <Status value={attempt.status} />,
          method: <span className="whitespace-nowrap">{methodWords(attempt.method)}</span>,
          answer: (
            <span className="[overflow-wrap:anywhere]">
              {[attempt.declineCode ?? attempt.failureCode, withInvoice ? null : t(attempt.session)]
                .filter(Boolean)
                .join(", ")}
            </span>
          ),
          amount: formatMoney(attempt.amountMinor, currencyOf(attempt.currency), locale),
        },
      }))}
    />
  );
}

function methodWords(method: InvoiceAttempt["method"]): string {
  if (method === null) return "";
  const brand = method.brand ?? method.kind;
  return [brand.charAt(0).toUpperCase() + brand.slice(1), method.last4].filter(Boolean).join(" ");
}
