import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/lib/core/locale";
import type { InvoiceRow } from "@/lib/invoicing/invoice-list";

/** What an invoice is for, in a few words: "Professional, apartments, API calls". */
export function InvoiceSubject({ row }: { row: Pick<InvoiceRow, "planName" | "metrics"> }) {
  const t = useTranslations("billing");
  const locale = useLocale() as Locale;
  const usage = row.metrics.map((metric) =>
    t.has(`explain.metricName.${metric}`) ? t(`explain.metricName.${metric}`) : metric,
  );
  const parts = row.planName ? [row.planName[locale], ...usage] : usage;
  return parts.length === 0 ? t("invoices.other") : parts.join(", ");
}
