import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/lib/core/locale";
import type { InvoiceRow } from "@/lib/invoicing/invoice-list";

/** What an invoice is for, in a few words: "Professional, apartments, API calls". */
export function useInvoiceSubject(): (row: Pick<InvoiceRow, "planName" | "metrics">) => string {
  const t = useTranslations("billing");
  const locale = useLocale() as Locale;
  return ({ planName, metrics }) => {
    const usage = metrics.map((metric) =>
      t.has(`explain.metricName.${metric}`) ? t(`explain.metricName.${metric}`) : metric,
    );
    const parts = planName ? [planName[locale], ...usage] : usage;
    return parts.length === 0 ? t("invoices.other") : parts.join(", ");
  };
}
