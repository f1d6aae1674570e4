import "server-only";
import { asc, eq } from "drizzle-orm";
import { invoice, invoiceLine, invoiceTax } from "@/db/schema/invoicing";
import { organization } from "@/db/schema/organizations";
import type { Executor } from "@/db/transaction";

export type AdminInvoiceDetail = NonNullable<Awaited<ReturnType<typeof adminInvoice>>>;

/** An invoice of anyone, with its lines and taxes as stored; null when there is none. */
export async function adminInvoice(tx: Executor, invoiceId: string) {
  const [found] = await tx
    .select({
      invoice,
      organization: {
        id: organization.id,
        name: organization.name,
        timeZone: organization.timeZone,
        mode: organization.mode,
        testClockId: organization.testClockId,
      },
    })
    .from(invoice)
    .innerJoin(organization, eq(organization.id, invoice.organizationId))
    .where(eq(invoice.id, invoiceId));
  if (!found) return null;

  const lines = await tx
    .select()
    .from(invoiceLine)
    .where(eq(invoiceLine.invoiceId, invoiceId))
    .orderBy(asc(invoiceLine.position));
  const taxes = await tx
    .select()
    .from(invoiceTax)
    .where(eq(invoiceTax.invoiceId, invoiceId))
    .orderBy(asc(invoiceTax.category), asc(invoiceTax.rate));
  return { ...found, lines, taxes };
}
