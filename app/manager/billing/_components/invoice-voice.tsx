import { useLocale, useTranslations } from "next-intl";
import { useDeclineWords } from "@/components/billing/use-decline-words";
import type { InvoicePage } from "@/lib/billing/queries/invoice-page";
import { formatDate, formatMoney } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { lastDecline } from "@/lib/payments/last-decline";

/** What is owed on an invoice and why. Nothing is said of one that is settled: its status does. */
export function InvoiceVoice({ page }: { page: InvoicePage }) {
  const t = useTranslations("billing.invoice.voice");
  const decline = useDeclineWords();
  const locale = useLocale() as Locale;
  const { invoice, state, payability } = page;
  const amount = formatMoney(invoice.dueMinor, invoice.currency, locale);
  if (state === "processing") return t("processing", { amount });
  if (payability === "below_minimum") return t("belowMinimum", { amount });

  const key = lastDecline(page.attempts);
  if (key !== null) return t("failed", { amount, reason: decline(key) });
  return t("due", { amount, date: invoice.dueDate ? formatDate(invoice.dueDate, locale, "day_month") : "" });
}
