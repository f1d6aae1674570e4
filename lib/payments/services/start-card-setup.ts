import "server-only";
import type { OrganizationActor } from "@/lib/auth/actor";
import { paymentGateway } from "@/lib/payments/adapters/payment-gateway-factory";
import { ensurePaymentCustomer } from "@/lib/payments/services/ensure-payment-customer";

/**
 * Prepares the provider to keep a card the payer is about to enter in the browser. The card never reaches us.
 * @throws AppError provider_unavailable
 */
export async function startCardSetup({
  actor: { organizationId },
}: {
  actor: OrganizationActor;
}): Promise<{ setupIntentId: string; clientSecret: string }> {
  const providerCustomerId = await ensurePaymentCustomer(organizationId);
  const { setupIntentId, clientSecret } = await paymentGateway().createSetupIntent({
    providerCustomerId,
    organizationId,
  });
  return { setupIntentId, clientSecret };
}
