import "server-only";
import { asc, desc, eq, sql } from "drizzle-orm";
import { containsFolded } from "@/db/folded-text";
import { invoice } from "@/db/schema/invoicing";
import { organization } from "@/db/schema/organizations";
import type { UserActor } from "@/lib/auth/actor";
import { adminRead } from "@/lib/auth/queries/admin-read";

const MOST = 6;

export type DeskFinds = {
  customers: { id: string; name: string; mode: string; email: string }[];
  invoices: { id: string; number: string; organizationName: string }[];
};

/** A few customers by name or e-mail and a few invoices by number, for the command menu. */
export async function adminSearch(actor: UserActor, query: string): Promise<DeskFinds> {
  const named = containsFolded([organization.name, organization.billingEmail], query);
  const numbered = containsFolded([sql`coalesce(${invoice.number}, '')`], query);
  if (!named || !numbered) return { customers: [], invoices: [] };

  return adminRead(actor, async (tx) => {
    const customers = await tx
      .select({
        id: organization.id,
        name: organization.name,
        mode: organization.mode,
        email: organization.billingEmail,
      })
      .from(organization)
      .where(named)
      .orderBy(asc(organization.name))
      .limit(MOST);
    const invoices = await tx
      .select({ id: invoice.id, number: invoice.number, organizationName: organization.name })
      .from(invoice)
      .innerJoin(organization, eq(organization.id, invoice.organizationId))
      .where(numbered)
      .orderBy(desc(invoice.issuedAt))
      .limit(MOST);
    return { customers, invoices: invoices.map((row) => ({ ...row, number: row.number ?? "" })) };
  });
}
