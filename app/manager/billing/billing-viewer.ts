import type { OrganizationActor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { requireRole } from "@/lib/auth/queries/session";

/** Whoever may see the organization's plan and invoices; null for someone of its staff who may not. */
export async function billingViewer(): Promise<OrganizationActor | null> {
  const actor = await requireRole("manager");
  return can(actor, "billing.view") ? actor : null;
}
