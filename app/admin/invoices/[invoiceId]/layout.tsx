import type { ReactNode } from "react";
import { loadInvoice } from "@/app/admin/invoices/[invoiceId]/load";
import { requireRole } from "@/lib/auth/queries/session";

/** Answers 404 before anything is sent: beneath a loading state it would be too late for the status. */
export default async function Layout(props: { children: ReactNode; params: Promise<{ invoiceId: string }> }) {
  await loadInvoice(await requireRole("admin"), (await props.params).invoiceId);
  return props.children;
}
