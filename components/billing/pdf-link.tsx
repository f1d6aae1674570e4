import { Download } from "lucide-react";
import { useTranslations } from "next-intl";

/** The PDF of an invoice, as an icon beside its row. */
export function PdfLink({ invoiceId, number }: { invoiceId: string; number: string }) {
  const t = useTranslations("billing.invoices");
  return (
    <a
      href={`/api/v1/invoices/${invoiceId}/pdf`}
      target="_blank"
      rel="noreferrer"
      aria-label={t("pdfOf", { number })}
      className="touch inline-grid size-7 place-items-center rounded-sm text-ink-3 hover:bg-sunken hover:text-ink"
    >
      <Download className="size-[15px]" aria-hidden="true" />
    </a>
  );
}
