import "server-only";
import { and, eq } from "drizzle-orm";
import { organization } from "@/db/schema/organizations";
import { paymentCustomer } from "@/db/schema/payments";
import { type Executor, platformTransaction } from "@/db/transaction";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { paymentGateway } from "@/lib/payments/adapters/payment-gateway-factory";

/**
 * The organization's id at the payment provider, made on first need. Asked before any transaction opens, as the provider may
 * take seconds to answer.
 * @throws AppError not_found, provider_unavailable, forbidden for a test organization on a live account
 */
export async function ensurePaymentCustomer(organizationId: string): Promise<string> {
  const gateway = paymentGateway();
  const known = await platformTransaction(async (tx) => ({
    organization: await loadOrganization(tx, organizationId),
    customerId: await findCustomer(tx, { organizationId, provider: gateway.provider }),
  }));
  if (known.organization.mode === "test" && gateway.isLive) {
    throw new AppError("forbidden", { message: "a test organization is never charged through a live account" });
  }
  if (known.customerId !== null) return known.customerId;

  const { name, billingEmail: email } = known.organization;
  const providerCustomerId = await gateway.ensureCustomer({ organizationId, name, email });
  return platformTransaction(async (tx) => {
    await tx
      .insert(paymentCustomer)
      .values({ id: newId(), organizationId, provider: gateway.provider, providerCustomerId })
      .onConflictDoNothing({ target: [paymentCustomer.organizationId, paymentCustomer.provider] });
    const stored = await findCustomer(tx, { organizationId, provider: gateway.provider });
    if (stored === null) throw new AppError("conflict", { message: "the provider's customer is another's" });
    return stored;
  });
}

async function loadOrganization(tx: Executor, organizationId: string) {
  const [row] = await tx
    .select({ name: organization.legalName, billingEmail: organization.billingEmail, mode: organization.mode })
    .from(organization)
    .where(eq(organization.id, organizationId));
  if (!row) throw new AppError("not_found");
  return row;
}

async function findCustomer(
  tx: Executor,
  { organizationId, provider }: { organizationId: string; provider: string },
): Promise<string | null> {
  const [row] = await tx
    .select({ id: paymentCustomer.providerCustomerId })
    .from(paymentCustomer)
    .where(and(eq(paymentCustomer.organizationId, organizationId), eq(paymentCustomer.provider, provider)));
  return row?.id ?? null;
}
