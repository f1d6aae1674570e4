import "server-only";
import { eq } from "drizzle-orm";
import { billingAccount } from "@/db/schema/billing";
import { invoice, issuer } from "@/db/schema/invoicing";
import { organization } from "@/db/schema/organizations";
import { paymentAttempt, paymentCustomer } from "@/db/schema/payments";
import type { Executor } from "@/db/transaction";
import { AppError } from "@/lib/core/errors";
import type { OrganizationMode } from "@/lib/organizations/organization";

export type LockedAttempt = {
  attempt: typeof paymentAttempt.$inferSelect;
  invoice: typeof invoice.$inferSelect;
  mode: OrganizationMode;
  issuerTimeZone: string;
  /** The organization as its providers know it. */
  customers: { provider: string; id: string }[];
};

/**
 * An attempt with its invoice, held until the transaction ends. The billing account is locked first, as by every service that
 * changes a credit or a subscription, so that none waits for another in a circle.
 * @throws AppError not_found
 */
export async function lockAttempt(tx: Executor, attemptId: string): Promise<LockedAttempt> {
  const [owner] = await tx
    .select({ accountId: invoice.billingAccountId, mode: organization.mode, timeZone: issuer.timeZone })
    .from(paymentAttempt)
    .innerJoin(invoice, eq(invoice.id, paymentAttempt.invoiceId))
    .innerJoin(organization, eq(organization.id, invoice.organizationId))
    .innerJoin(issuer, eq(issuer.id, invoice.issuerId))
    .where(eq(paymentAttempt.id, attemptId));
  if (!owner) throw new AppError("not_found");

  await tx
    .select({ id: billingAccount.id })
    .from(billingAccount)
    .where(eq(billingAccount.id, owner.accountId))
    .for("update");
  const [attempt] = await tx.select().from(paymentAttempt).where(eq(paymentAttempt.id, attemptId)).for("no key update");
  if (!attempt) throw new AppError("not_found");
  const [due] = await tx.select().from(invoice).where(eq(invoice.id, attempt.invoiceId)).for("no key update");
  if (!due) throw new AppError("not_found");

  const customers = await tx
    .select({ provider: paymentCustomer.provider, id: paymentCustomer.providerCustomerId })
    .from(paymentCustomer)
    .where(eq(paymentCustomer.organizationId, attempt.organizationId));
  return {
    attempt,
    invoice: due,
    mode: owner.mode,
    issuerTimeZone: owner.timeZone,
    customers,
  };
}
