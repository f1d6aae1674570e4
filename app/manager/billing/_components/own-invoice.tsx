import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { billingViewer } from "@/app/manager/billing/billing-viewer";
import { hasInvoice } from "@/lib/invoicing/queries/has-invoice";

/**
 * Lets a page of an invoice through when the invoice is the reader's own. It stands above the page's loading state, so that
 * what is foreign or unknown is answered with the status 404.
 */
export async function OwnInvoice(props: { params: Promise<{ invoiceId: string }>; children: ReactNode }) {
  const viewer = await billingViewer();
  const { invoiceId } = await props.params;
  if (viewer && !(await hasInvoice(viewer, invoiceId))) notFound();
  return props.children;
}
