import { useLocale, useTranslations } from "next-intl";
import { Leader, Leaders } from "@/components/brand/leaders";
import { Sum } from "@/components/brand/sum";
import { formatMoney, formatPercent } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { addMinor, negateMinor, ZERO_MINOR } from "@/lib/core/money";
import type { InvoiceView } from "@/lib/invoicing/invoice-view";

/** Net, VAT by rate, and the total they come to; beneath it what was taken off and what is left to pay. */
export function InvoiceSum({ invoice }: { invoice: InvoiceView }) {
  const t = useTranslations("billing.invoice");
  const locale = useLocale() as Locale;
  const { currency, totalMinor, paidMinor, dueMinor } = invoice;
  const creditMinor = addMinor(invoice.creditedMinor, invoice.creditAppliedMinor);
  const money = (amount: typeof totalMinor) => formatMoney(amount, currency, locale);
  const isWhole = creditMinor === ZERO_MINOR && paidMinor === ZERO_MINOR;

  return (
    <div className="min-w-0">
      <Sum
        currency={currency}
        locale={locale}
        parts={[
          { label: t("net"), amountMinor: invoice.subtotalMinor },
          ...invoice.taxes.map((tax) => ({
            key: `${tax.category} ${tax.rate}`,
            label: t("vat", { rate: formatPercent(tax.rate, locale) }),
            amountMinor: tax.taxMinor,
          })),
        ]}
        total={{ label: t("total"), amountMinor: totalMinor }}
      />
      {isWhole ? null : (
        <Leaders className="mt-2 text-[0.90625rem]">
          {creditMinor === ZERO_MINOR ? null : <Leader label={t("credit")} value={money(negateMinor(creditMinor))} />}
          {paidMinor === ZERO_MINOR ? null : <Leader label={t("paid")} value={money(negateMinor(paidMinor))} />}
          <Leader label={t("due")} value={money(dueMinor)} strong />
        </Leaders>
      )}
    </div>
  );
}
