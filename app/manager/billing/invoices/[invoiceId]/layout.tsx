import type { ReactNode } from "react";
import { OwnInvoice } from "@/app/manager/billing/_components/own-invoice";

/** Beneath it every page is about an invoice of the reader's own organization. */
export default function OwnInvoiceLayout(props: {
  params: Promise<{ invoiceId: string }>;
  children: ReactNode;
}): ReactNode {
  return <OwnInvoice params={props.params}>{props.children}</OwnInvoice>;
}
