import { useTranslations } from "next-intl";
import { Status } from "@/components/brand/status";
import type { StatusKey } from "@/components/brand/statuses";
import { assertNever } from "@/lib/core/assert";
import type { InvoiceStatus as StoredStatus, PaymentState } from "@/lib/invoicing/invoice";

/** How an invoice stands, its payments told: "Paid", "Paid, 2nd try", "Failed", "Processing", "Open". */
export function InvoiceStatus(props: {
  status: StoredStatus;
  payment: PaymentState;
  failedAttempts?: number | undefined;
  pill?: boolean | undefined;
}) {
  const t = useTranslations("billing.invoices");
  const failed = props.failedAttempts ?? 0;
  const words = props.status === "paid" && failed > 0 ? t("paidOnTry", { try: failed + 1 }) : undefined;
  return (
    <Status value={statusKey(props.status, props.payment)} pill={props.pill}>
      {words}
    </Status>
  );
}

function statusKey(status: StoredStatus, payment: PaymentState): StatusKey {
  if (status !== "open") return status;
  switch (payment) {
    case "processing":
    case "partial":
    case "failed":
      return payment;
    case "none":
    case "paid":
      return "open";
    default:
      return assertNever(payment);
  }
}
