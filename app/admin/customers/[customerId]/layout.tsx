import type { ReactNode } from "react";
import { loadCustomer } from "@/app/admin/customers/[customerId]/load";
import { requireRole } from "@/lib/auth/queries/session";

/** Answers 404 before anything is sent: beneath a loading state it would be too late for the status. */
export default async function Layout(props: { children: ReactNode; params: Promise<{ customerId: string }> }) {
  await loadCustomer(await requireRole("admin"), (await props.params).customerId);
  return props.children;
}
