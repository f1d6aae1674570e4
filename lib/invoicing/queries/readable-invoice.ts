import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { invoice } from "@/db/schema/invoicing";
import { organizationTransaction, platformTransaction } from "@/db/transaction";
import type { UserActor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { AppError } from "@/lib/core/errors";

/**
 * Whose an issued invoice is, for someone who may read it: its own organization's people with the right to see billing, and
 * super-admins. To anyone else it looks like one that does not exist.
 * @throws AppError not_found; forbidden to a member without the right
 */
export async function readableInvoice(actor: UserActor, invoiceId: string): Promise<{ organizationId: string }> {
  const { organizationId } = actor;
  const own =
    organizationId === null
      ? undefined
      : await organizationTransaction(organizationId, async (tx) => {
          const mine = and(eq(invoice.organizationId, organizationId), eq(invoice.id, invoiceId));
          const [row] = await tx
            .select({ id: invoice.id })
            .from(invoice)
            .where(and(mine, ne(invoice.status, "draft")));
          return row;
        });
  if (own && organizationId !== null && can(actor, "billing.view")) return { organizationId };
  if (own && !actor.isSuperAdmin) throw new AppError("forbidden");
  if (!can(actor, "admin.view")) throw new AppError("not_found");

  const [found] = await platformTransaction((tx) =>
    tx
      .select({ organizationId: invoice.organizationId })
      .from(invoice)
      .where(and(eq(invoice.id, invoiceId), ne(invoice.status, "draft"))),
  );
  if (!found) throw new AppError("not_found");
  return found;
}
