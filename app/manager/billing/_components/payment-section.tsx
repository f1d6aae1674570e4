import { useLocale, useTranslations } from "next-intl";
import type { InvoicePage } from "@/lib/billing/queries/invoice-page";
import { formatMoney } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { paymentMethodLabel } from "@/lib/invoicing/payment-method-label";
import { expiryText } from "@/lib/payments/card-expiry";
import { lastDecline } from "@/lib/payments/last-decline";
import type { PaymentBrowserConfig } from "@/lib/payments/queries/payment-browser-config";
import { PaymentPanel } from "./payment-panel";

/** The sheet an invoice is paid on. Why the last try at an issued one was refused stands above it, under its title. */
export function PaymentSection({ page, provider }: { page: InvoicePage; provider: PaymentBrowserConfig }) {
  const t = useTranslations("billing.pay");
  const locale = useLocale() as Locale;
  const { invoice, attempts, methods } = page;
  const amount = formatMoney(invoice.dueMinor, invoice.currency, locale);
  return (
    <section id="pay" aria-labelledby="pay-title" className="sheet scroll-mt-20 px-[18px] pt-4 pb-4">
      <h2 id="pay-title" className="mb-3 text-lg font-semibold">
        {t("title")}
      </h2>
      <PaymentPanel
        invoiceId={invoice.id}
        amountMinor={invoice.dueMinor}
        currency={invoice.currency}
        payLabel={t("pay", { amount })}
        lastDecline={invoice.status === "draft" ? lastDecline(attempts) : null}
        provider={provider}
        methods={methods.map((method) => ({
          id: method.id,
          label: paymentMethodLabel(method),
          expiry: expiryText(method),
          isDefault: method.isDefault,
        }))}
      />
    </section>
  );
}
